package io.concertmaster.n8n.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.n8n.report.Finding;
import io.concertmaster.n8n.report.Findings;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresMappingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'operation':'executeQuery','query':'select * from a where b = $2 or c = $1',"
            + "'options':{'queryReplacement':'=x,{{ [$json.a,1] }}'}}|sql.query|"
            + "{'database':'postgresql','statement':'select * from a where b = ? or c = ?',"
            + "'values':[{'value':'={{ [$json.a,1] }}'},{'value':'x'}]}",
        "{'operation':'executeQuery','query':'select {{ $json.a }}'}|sql.query|"
            + "{'database':'postgresql','statement':'=select {{ $json.a }}'}",
        "{'operation':'select','table':{'__rl':true,'value':'t'},'schema':{'value':'public'},'limit':5,'where':{'values':[{'column':'a','value':'={{"
            + " 1 }}'},{'column':'b','condition':'IS"
            + " NULL'}]},'sort':{'values':[{'column':'a','direction':'DESC'}]}}|sql.query|{'database':'postgresql','statement':'select"
            + " * from `public`.`t` where `a` = ? and `b` IS NULL order by `a` desc limit"
            + " 5','values':[{'value':'={{ 1 }}'}]}",
        "{'operation':'select','table':'t','limit':'={{ $json.n10 }}','where':{'values':["
            + "{'column':'a','value':'1'}]}}|sql.query|{'database':'postgresql','statement':"
            + "'select * from `t` where `a` = ? limit cast(? as bigint)',"
            + "'values':[{'value':'1'},{'value':'={{ $json.n10 }}'}]}",
        "{'operation':'deleteTable','table':'t','deleteCommand':'drop'}|sql.query|"
            + "{'database':'postgresql','statement':'drop table if exists `t`'}",
        "{'operation':'update','table':'t','columns':{'mappingMode':'defineBelow','value':"
            + "{'id':'1','a':'2'},'matchingColumns':['id']}}|sql.query|{'database':'postgresql',"
            + "'statement':'update `t` set `a` = ? where `id` = ? returning *',"
            + "'values':[{'value':'2'},{'value':'1'}]}",
        "{'table':{'value':'t'},'schema':{'value':'s'},'columns':{'mappingMode':'defineBelow',"
            + "'value':{'a':'={{ 1 }}'}}}|sql.insert|{'database':'postgresql','table':'t',"
            + "'schema':'s','columns':'mapped','mapping':[{'column':'a','value':'={{ 1 }}'}]}",
        "{'operation':'upsert','table':'t','columns':{'mappingMode':'autoMapInputData',"
            + "'matchingColumns':['id']}}|sql.upsert|{'database':'postgresql','table':'t',"
            + "'keys':['id']}"
      })
  void statements_and_rows_become_ours(String settings, String ours, String expected) {
    Read read = Read.of("postgres", 2.6, settings);

    assertThat(read.mapped().type()).isEqualTo(ours);
    assertThat(read.settings()).isEqualTo(Read.json(expected.replace("`", "\\'")));
    assertThat(read.leftOut()).isEmpty();
  }

  @Test
  void a_deletion_whose_kind_an_expression_gives_is_not_guessed() {
    ForeignNode node =
        new ForeignNode(
            Read.json(
                "{'type':'n8n-nodes-base.postgres','typeVersion':2.6,'name':'Node','parameters':"
                    + "{'operation':'deleteTable','table':'t','deleteCommand':'={{ $json.how }}'}}"));
    List<Finding> findings = new ArrayList<>();

    assertThat(new PostgresMapping().read(node, new Findings("Node", findings))).isEmpty();
    assertThat(findings).extracting(Finding::parameter).contains("deleteCommand");
  }
}
