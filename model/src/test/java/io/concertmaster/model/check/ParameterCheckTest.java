package io.concertmaster.model.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.concertmaster.model.Workflow;
import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterCheckTest {
  private static Workflow with(String type, JsonObject parameters) {
    return WorkflowBuilder.workflow("w")
        .node("start", "trigger.manual", "Start")
        .node("it", type, "It", parameters)
        .connect("start -> it")
        .build();
  }

  private static List<Problem> check(String type, String parameters) {
    return new Checker(TestNodes.CATALOG).check(with(type, Json.parseObject(parameters)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"text\": \"a\", \"path\": \"a.csv\", \"field\": \"a.b\", \"fields\": [\"a\", \"b\"]}",
        "{\"text\": 5, \"fields\": \"a, b\", \"json\": \"{\\\"a\\\": 1}\", \"sql\": \"select 1\"}",
        "{\"flag\": true, \"count\": 10, \"ratio\": 0.5, \"mode\": \"append\"}",
        "{\"mode\": \"combine\", \"keys\": \"id\"}",
        "{\"count\": \"={{ $json.n }}\", \"flag\": \"={{ $json.ok }}\", \"list\": \"={{ $json.l }}\"}",
        "{\"text\": null, \"count\": null}",
        "{\"data\": {\"a\": [1, \"={{ $('Start').item.json.x }}\"]}}",
        "{\"list\": [{\"name\": \"a\"}, {\"name\": \"={{ 1 }}\"}], \"group\": {\"size\": 5}}",
        "{\"password\": \"={{ $env.PASSWORD }}\"}",
        "{\"text\": \"{{ $json.not_an_expression }}\"}",
        "{\"keys\": 5}",
        "{\"ways\": [\"GET\", \"post\"], \"days\": [0, 1], \"texts\": [\"a\", \"b, c\"]}",
        "{\"ways\": \"GET\", \"days\": 1, \"texts\": \"={{ $json.texts }}\"}",
      })
  void rightParametersHaveNoProblem(String parameters) {
    assertThat(check("test.kinds", parameters)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "{\"txt\": 1} | UNKNOWN_PARAMETER | txt | there is no parameter “txt”: did you mean “text”?",
        "{\"zzzzzz\": 1} | UNKNOWN_PARAMETER | zzzzzz | there is no parameter “zzzzzz”: take it out, or",
        "{\"text\": {}} | WRONG_VALUE | text | “Text” must be text, not an object",
        "{\"path\": 5} | WRONG_VALUE | path | “File” must be text, not 5",
        "{\"fields\": [1]} | WRONG_VALUE | fields[0] | “Fields” must be names of fields, not 1",
        "{\"json\": \"{\"} | WRONG_VALUE | json | “JSON” must be JSON: ",
        "{\"sql\": []} | WRONG_VALUE | sql | “SQL” must be text, not a list",
        "{\"flag\": \"yes\"} | WRONG_VALUE | flag | “Flag” must be true or false, not the text “yes”",
        "{\"count\": 11} | WRONG_VALUE | count | “Count” must be a whole number from 1 to 10, not 11",
        "{\"count\": 1.5} | WRONG_VALUE | count | “Count” must be a whole number from 1 to 10, not 1.5",
        "{\"count\": \"3\"} | WRONG_VALUE | count | “Count” must be a whole number",
        "{\"mode\": \"apend\"} | WRONG_VALUE | mode | “Mode” must be one of “append”, “combine”, not"
            + " the text “apend”: did you mean “append”?",
        "{\"mode\": \"={{ 1 }}\"} | EXPRESSION_NOT_ALLOWED | mode | “Mode” takes a fixed value only",
        "{\"mode\": \"combine\"} | MISSING_VALUE | keys | “Keys” has no value: set it",
        "{\"mode\": \"combine\", \"keys\": \" \"} | MISSING_VALUE | keys | “Keys” has no value: set it",
        "{\"ways\": [\"GET\", \"POTS\"]} | WRONG_VALUE | ways | “Ways” must be some of “GET”, “POST”, not"
            + " the text “POTS”: did you mean “POST”?",
        "{\"days\": [\"Mon\"]} | WRONG_VALUE | days | “Days” must be some of “0”, “1”, not the text",
        "{\"texts\": [\"={{ ) }}\"]} | BAD_EXPRESSION | texts[0] | ^^",
        "{\"list\": [{\"name\": \"a\"}, {}]} | MISSING_VALUE | list[1].name | “Name” has no value",
        "{\"list\": [{\"name\": \"a\", \"nam\": 1}]} | UNKNOWN_PARAMETER | list[0].nam | there is no",
        "{\"list\": [7]} | WRONG_VALUE | list[0] | “List” must be objects, not 7",
        "{\"list\": {}} | WRONG_VALUE | list | “List” must be a list of objects, not an object",
        "{\"group\": {\"size\": 9}} | WRONG_VALUE | group.size | “Size” must be a whole number from 0",
        "{\"group\": 1} | WRONG_VALUE | group | “Group” must be an object, not 1",
        "{\"password\": \"hunter2\"} | SECRET_IN_CLEAR | password | “Password” stands in the file",
        "{\"text\": \"={{ 1 + }}\"} | BAD_EXPRESSION | text | ^^",
        "{\"data\": [\"={{ ) }}\"]} | BAD_EXPRESSION | data[0] | ^^",
        "{\"text\": \"={{ $('Strat').item.json.x }}\"} | UNKNOWN_NAME | text | there is no node named"
            + " “Strat”: did you mean “Start”?",
      })
  void wrongParametersAreNamed(String parameters, Code code, String property, String message) {
    List<Problem> problems = check("test.kinds", parameters);

    assertThat(problems).hasSize(1);
    Problem problem = problems.getFirst();
    assertThat(problem.nodeId()).contains("it");
    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.property()).isEqualTo(property);
    assertThat(problem.message()).startsWith(message).hasLineCount(1);
    assertThat(problem.isError()).isEqualTo(code != Code.SECRET_IN_CLEAR);
  }

  @Test
  void whoTakesAnOperatorThatIsNoneIsToldAllThereAre() {
    List<Problem> problems =
        check("flow.if", "{\"conditions\": [{\"left\": 1, \"is\": \"~~~~\", \"right\": 1}]}");
    assertThat(problems)
        .singleElement()
        .satisfies(
            each -> assertThat(each.message()).contains("“equals”", "“lengthLessThan”", "“false”"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "{\"left\": 1, \"is\": \"equals\", \"right\": 1} | ^^ | ^^",
        "{\"left\": \"={{ $json.a }}\", \"is\": \"empty\"} | ^^ | ^^",
        "{\"left\": 1, \"is\": \"equal\", \"right\": 1} | [0].is | there is no operator the text"
            + " “equal”: did you mean “equals”?",
        "{\"left\": 1, \"is\": \"equals\"} | [0].right | “is equal to” needs a value",
        "{\"is\": \"empty\"} | [0].left | the condition has no left value",
        "{\"left\": 1} | [0].is | the condition has no operator",
        "{\"left\": \"={{ ( }}\", \"is\": \"empty\"} | [0].left | ^^",
        "{\"left\": 1, \"is\": \"empty\", \"else\": 2} | [0].else | a condition has no “else”",
        "7 | [0] | a condition must be an object",
      })
  void conditionsAreChecked(String condition, String property, String message) {
    List<Problem> problems = check("flow.if", "{\"conditions\": [" + condition + "]}");

    if (property.isEmpty()) {
      assertThat(problems).isEmpty();
    } else {
      assertThat(problems).hasSize(1);
      assertThat(problems.getFirst().property()).isEqualTo("conditions" + property);
      assertThat(problems.getFirst().message()).startsWith(message);
    }
  }

  @Test
  void anEmptyListIsNoValueWhereOneIsDemanded() {
    assertThat(check("test.demands", "{\"list\": [], \"names\": []}"))
        .extracting(Problem::code, Problem::property)
        .containsExactly(tuple(Code.MISSING_VALUE, "list"), tuple(Code.MISSING_VALUE, "names"));
    assertThat(check("test.demands", "{\"list\": \"={{ $json.a }}\", \"names\": [\"a\"]}"))
        .isEmpty();
  }

  @Test
  void whatNoEvaluatorDoesIsAnErrorToo() {
    assertThat(check("test.kinds", "{\"text\": \"={{ $json.constructor }}\"}"))
        .extracting(Problem::code)
        .containsExactly(Code.BAD_EXPRESSION);
  }

  @Test
  void textOfANoteMayBeginWithAnEqualsSign() {
    Workflow workflow =
        WorkflowBuilder.workflow("w")
            .node("n", "note.sticky", "N", JsonObject.of("text", "= x"))
            .build();
    assertThat(new Checker(TestNodes.CATALOG).check(workflow)).isEmpty();
  }

  @Test
  void aDisabledNodeMayBeHalfSet() {
    Workflow workflow = with("test.kinds", JsonObject.of("count", 99));
    Workflow disabled =
        new Workflow(
            workflow.id(),
            workflow.name(),
            workflow.settings(),
            java.util.Map.of(
                "start",
                workflow.nodes().get("start"),
                "it",
                workflow.nodes().get("it").withDisabled(true)),
            workflow.connections(),
            workflow.layout(),
            workflow.unknown());
    assertThat(new Checker(TestNodes.CATALOG).check(disabled)).isEmpty();
  }
}
