package io.concertmaster.n8n.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextMappingsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "data.date | {'operation':'now','withTime':false,'zone':'named','zoneName':'Europe/Berlin','keepFields':false}",
        "data.date | {'operation':'add','fromZone':'UTC','date':'={{ $json.d }}','amount':3,'unit':'hours','as':'x'}",
        "data.date | {'operation':'round','fromZone':'UTC','date':'2026-01-01','rounding':'up','roundTo':'weeks'}",
        "data.date | {'operation':'between','fromZone':'UTC','date':'a','end':'b','units':['hours','days'],'resultAs':'iso'}",
        "data.date | {'operation':'extract','fromZone':'UTC','date':'a','part':'week'}",
        "data.date | {'fromZone':'UTC','date':'a','format':'dd LLL','fromFormat':'yyyy','zone':'own'}",
        "data.date | {'fromZone':'UTC','date':'a'}",
        "data.crypto | {'operation':'hmac','value':'a','secret':'={{ $env.S }}','encoding':'base64','as':'x.y'}",
        "data.crypto | {'of':'file','file':'f','algorithm':'MD5'}",
        "data.crypto | {'operation':'sign','value':'a','algorithm':'SHA512','key':'k'}",
        "data.crypto | {'operation':'random','kind':'hex','length':8}",
        "text.htmlTable | {}",
        "text.template | {'text':'=<p>{{ $json.a }}</p>'}",
        "text.xml | {'attributes':'apart','attributeKey':'@','lists':true,'keepRoot':false,'trim':true}",
        "text.xml | {'attributes':'none','normalize':true,'lowerCase':true}",
        "text.xml | {'operation':'write','field':'x','rootName':'r','declaration':false,'cdata':true}",
        "text.markdown | {'text':'a','headingIds':'dashes','lineBreaks':true,'wholeDocument':true,'firstLevel':2}",
        "text.markdown | {'operation':'toMarkdown','text':'a','bullet':'-','indentCode':true,'ignored':['nav','a'],'replacements':[{'find':'x','with':'y'}],'escapeAll':'z','escapeAllWith':'w'}"
      })
  void settings_that_n8n_knows_come_back_as_they_went(String ours, String settings) {
    Probe probe = new Probe();
    NodeMapping.Written written = probe.write(ours, Probe.json(settings));
    Mapped back =
        probe.read(
            written.type().replace("n8n-nodes-base.", ""),
            written.typeVersion(),
            written.parameters().toString());

    assertThat(back.type()).isEqualTo(ours);
    assertThat(back.parameters()).isEqualTo(Probe.json(settings));
  }

  private static void becomes(
      String type, double version, String theirs, String ours, String settings) {
    Mapped mapped = new Probe().read(type, version, theirs);
    assertThat(mapped.type()).isEqualTo(ours);
    assertThat(mapped.parameters()).isEqualTo(Probe.json(settings));
  }

  @Test
  void the_first_version_of_dates_has_moments_letters_and_zones_of_its_own() {
    becomes(
        "dateTime",
        1,
        "{'value':'a','toFormat':'YYYY','options':{'fromTimezone':'US/Hawaii'}}",
        "data.date",
        "{'date':'a','format':'YYYY','fromZone':'US/Hawaii','as':'data','letters':'moment'}");
    becomes(
        "dateTime",
        1,
        "{'value':'a'}",
        "data.date",
        "{'date':'a','format':'MM/DD/YYYY','zone':'named','zoneName':'UTC','fromZone':'UTC','as':'data','letters':'moment'}");
    becomes(
        "dateTime",
        1,
        "{'action':'calculate','value':'a','operation':'subtract','duration':2,'timeUnit':'quarters'}",
        "data.date",
        "{'operation':'subtract','date':'a','amount':2,'unit':'quarters','zone':'named','zoneName':'UTC','fromZone':'UTC','as':'data','letters':'moment'}");
  }

  @Test
  void html_is_read_in_all_versions() {
    String theirs =
        "{'operation':'extractHtmlContent','extractionValues':{'values':[{'key':'k','cssSelector':'p'}]}}";
    becomes("html", 1, theirs, "text.htmlExtract", "{'values':[{'as':'k','selector':'p'}]}");
    becomes(
        "html",
        1.2,
        theirs,
        "text.htmlExtract",
        "{'values':[{'as':'k','selector':'p','take':'readable'}]}");
    becomes(
        "htmlExtract",
        1,
        "{'sourceData':'binary','dataPropertyName':'f','extractionValues':{'values':[{'key':'k',"
            + "'cssSelector':'a','returnValue':'attribute','attribute':'href','returnArray':true}]},"
            + "'options':{'trimValues':false}}",
        "text.htmlExtract",
        "{'from':'file','field':'f','values':[{'as':'k','selector':'a','take':'attribute','attribute':'href','all':true}],'trim':false}");
    becomes("html", 1, "{'html':'<b>{{ 1 }}</b>'}", "text.template", "{'text':'=<b>{{ 1 }}</b>'}");
  }

  @Test
  void signatures_name_their_digest() {
    becomes(
        "crypto",
        1,
        "{'action':'sign','value':'a','algorithm':'RSA-MD5','privateKey':'k'}",
        "data.crypto",
        "{'operation':'sign','value':'a','algorithm':'MD5','key':'k'}");
  }
}
