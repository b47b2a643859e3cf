package io.concertmaster.n8n.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TriggerMappingsTest {
  private final Probe probe = new Probe();

  private String read(String type, double version, String parameters) {
    return probe.read(type, version, parameters).parameters().toString().replace('"', '\'');
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          {}                                             | {'unit':'days','every':1}
          {'field': 'minutes'}                           | {'unit':'minutes','every':5}
          {'field': 'hours', 'hoursInterval': 12}        | {'unit':'hours','every':12}
          {'field': 'weeks'}                             | {'unit':'weeks','every':1,'weekdays':[0]}
          {'field': 'months', 'triggerAtDayOfMonth': 3}  | {'unit':'months','every':1,'dayOfMonth':3}
          {'triggerAtHour': 9, 'triggerAtMinute': 5}     | {'unit':'days','every':1,'hour':9,'minute':5}
          {'field': 'cronExpression', 'expression': '0 9 * * *'} | {'unit':'cron','cron':'0 9 * * *'}
          """)
  void intervals_become_times(String theirs, String ours) {
    assertThat(read("scheduleTrigger", 1.2, "{'rule': {'interval': [" + theirs + "]}}"))
        .isEqualTo("{'times':[" + ours + "]}");
  }

  @Test
  void the_triggers_before_send_an_empty_item() {
    assertThat(read("cron", 1, "{'triggerTimes': {'item': [{'hour': 9}, {'mode': 'everyX'}]}}"))
        .isEqualTo(
            "{'times':[{'unit':'days','every':1,'hour':9,'minute':0},"
                + "{'unit':'hours','every':2}],'item':'empty'}");
    assertThat(read("interval", 1, "{'unit': 'minutes', 'interval': 30}"))
        .isEqualTo("{'times':[{'unit':'minutes','every':30}],'item':'empty'}");
  }

  @Test
  void a_webhook_answers_as_its_version_says() {
    assertThat(
            read(
                "webhook",
                1,
                "{'path': 'x', 'httpMethod': 'POST', 'responseCode': 201,"
                    + " 'responseMode': 'lastNode'}"))
        .isEqualTo("{'path':'x','methods':['POST'],'respond':'lastNode','status':201}");
    Mapped several =
        probe.read(
            "webhook", 2, "{'path': 'x', 'httpMethod': ['GET', 'POST'], 'multipleMethods': true}");
    assertThat(several.inputs()).isEmpty();
    assertThat(several.outputs()).containsExactly("get", "post");
  }

  @Test
  void options_that_wait_for_a_server_are_told() {
    read("webhook", 2, "{'path': 'x', 'options': {'ipWhitelist': '10.0.0.1'}}");

    assertThat(probe.findings())
        .singleElement()
        .extracting(finding -> finding.parameter())
        .isEqualTo("options.ipWhitelist");
  }

  @Test
  void what_cannot_be_computed_before_there_is_an_item_is_told() {
    read("webhook", 2, "{'path': 'x', 'options': {'responseData': '={{ $json.body.a }}'}}");
    read("formTrigger", 2.3, "{'formTitle': '={{ $now }}', 'formFields': {'values': []}}");
    read("webhook", 2, "{'path': 'x', 'responseMode': 'streaming'}");
    read("respondToWebhook", 1.4, "{'respondWith': 'jwt', 'payload': '{}'}");

    assertThat(probe.findings())
        .extracting(finding -> finding.parameter())
        .containsExactly("options.responseData", "formTitle", "responseMode", "respondWith");
  }

  @Test
  void triggers_come_back() {
    Probe.comesBack(
        "trigger.schedule",
        """
        {'times': [{'unit': 'weeks', 'every': 2, 'weekdays': [1, 3], 'hour': 8, 'minute': 30},
                   {'unit': 'cron', 'cron': '0 0 * * *'}]}
        """);
    Probe.comesBack(
        "trigger.webhook",
        """
        {'path': 'a/:id', 'methods': ['PUT'], 'authentication': 'basicAuth',
         'respond': 'lastNode', 'data': 'allEntries', 'status': 202, 'rawBody': true}
        """);
    Probe.comesBack("trigger.webhook", "{'path': 'a'}");
    Probe.comesBack(
        "http.respond",
        """
        {'with': 'json', 'body': '={{ $json }}', 'status': 404,
         'headers': [{'name': 'X-A', 'value': 'b'}]}
        """);
    Probe.comesBack("http.respond", "{'with': 'redirect', 'address': 'https://example.org'}");
    Probe.comesBack(
        "trigger.form",
        """
        {'title': 'Ask', 'description': 'please', 'respond': 'lastNode', 'path': 'ask',
         'button': 'Go', 'fields': [
           {'label': 'Name', 'required': true, 'placeholder': 'Ann'},
           {'label': 'Kind', 'name': 'kind', 'type': 'dropdown', 'options': ['a', 'b'],
            'several': true},
           {'label': 'from', 'type': 'hiddenField', 'text': 'shop'},
           {'label': 'hint', 'type': 'html', 'text': '<b>x</b>'}]}
        """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          'triggerOn': 'file', 'path': '/in/a.csv' | {'folder':'/in','pattern':'a.csv','created':false,'changed':true}
          'triggerOn': 'folder', 'path': '/in', 'events': ['add'] | {'folder':'/in','pattern':'{*,.*}','subfolders':true}
          'triggerOn': 'folder', 'path': '/in', 'events': ['change','unlink'], 'options': {'depth': 0, 'ignored': '**/*.part', 'ignoreInitial': false} | {'folder':'/in','pattern':'{*,.*}','created':false,'changed':true,'deleted':true,'leaveOut':'**/*.part','existing':'run'}
          """)
  void a_local_file_trigger_waits_for_files(String theirs, String ours) {
    assertThat(read("localFileTrigger", 1, "{" + theirs + "}")).isEqualTo(ours);
    assertThat(probe.findings())
        .singleElement()
        .satisfies(
            finding -> assertThat(finding.message()).contains("created, changed or deleted"));
  }

  @Test
  void what_a_local_file_trigger_cannot_do_here_is_told() {
    read(
        "localFileTrigger",
        1,
        "{'triggerOn': 'folder', 'path': '={{ $vars.x }}', 'events': ['addDir'], 'options':"
            + " {'depth': 2, 'followSymlinks': true, 'usePolling': true}}");
    assertThat(probe.findings())
        .extracting(finding -> finding.parameter())
        .containsExactlyInAnyOrder("path", "events", "options.depth", "options.followSymlinks", "");
  }

  @Test
  void a_file_trigger_goes_to_n8n() {
    NodeMapping.Written written =
        probe.write(
            "trigger.file",
            Probe.json("{'folder': '/in', 'pattern': '{*,.*}', 'deleted': true, 'every': 60}"));
    assertThat(written.parameters())
        .isEqualTo(
            Probe.json(
                "{'triggerOn': 'folder', 'path': '/in', 'events': ['add', 'unlink'],"
                    + " 'options': {'depth': 0, 'awaitWriteFinish': true}}"));
  }
}
