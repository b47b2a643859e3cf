package io.concertmaster.n8n.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.n8n.report.Finding;
import org.junit.jupiter.api.Test;

/** Notes, errors, sample data. */
class SmallFlowMappingsTest {
  private final Probe probe = new Probe();

  private String read(String type, String parameters) {
    return probe.read(type, 1, parameters).parameters().toString().replace('"', '\'');
  }

  @Test
  void a_note_keeps_its_text_and_colour() {
    assertThat(read("stickyNote", "{'content': '## A', 'color': 5}"))
        .isEqualTo("{'text':'## A','color':'blue'}");
    assertThat(read("stickyNote", "{'content': 'A', 'color': 99}")).isEqualTo("{'text':'A'}");
    Probe.comesBack("note.sticky", "{'text': 'A', 'color': 'gray'}");
    Probe.comesBack("note.sticky", "{'text': 'A'}");
  }

  @Test
  void an_error_has_a_message_or_an_object() {
    Probe.comesBack("flow.stop", "{'message': '={{ $json.why }}'}");
    Probe.comesBack("flow.stop", "{'kind': 'object', 'object': '{}'}");
  }

  @Test
  void the_debug_helper_is_what_it_does() {
    assertThat(probe.read("debugHelper", 1, "{'category': 'doNothing'}").type())
        .isEqualTo("flow.noOp");
    assertThat(probe.read("debugHelper", 1, "{}").type()).isEqualTo("flow.stop");
    assertThat(read("debugHelper", "{'category': 'randomData', 'randomDataCount': 3}"))
        .isEqualTo("{'kind':'user','count':3}");
    assertThat(probe.reads("debugHelper", 1, "{'category': 'oom'}")).isFalse();
    assertThat(probe.findings()).singleElement().returns(Finding.Kind.LEFT_OUT, Finding::kind);
  }

  @Test
  void the_nodes_of_courses_are_sample_data() {
    assertThat(read("n8nTrainingCustomerDatastore", "{'operation': 'getOnePerson'}"))
        .isEqualTo("{'kind':'customers','count':1}");
    Probe.comesBack("data.sample", "{'kind': 'customers', 'count': 3}");
    Probe.comesBack("data.sample", "{'kind': 'uuid', 'count': 3, 'together': true}");
    Probe.comesBack("data.sampleMessage", "{'customer': '={{ $json.id }}', 'message': 'Hi'}");
  }

  @Test
  void the_outputs_of_a_loop_have_changed_their_places() {
    assertThat(probe.read("splitInBatches", 1, "{}"))
        .returns(java.util.List.of("loop"), Mapped::outputs)
        .returns(Probe.json("{'size': 10}"), Mapped::parameters);
    assertThat(probe.read("splitInBatches", 2, "{}").outputs()).containsExactly("loop", "done");
    assertThat(probe.read("splitInBatches", 3, "{'options': {'reset': '={{ $json.r }}'}}"))
        .returns(java.util.List.of("done", "loop"), Mapped::outputs)
        .returns(Probe.json("{'size': 1, 'reset': '={{ $json.r }}'}"), Mapped::parameters);
    Probe.comesBack("flow.loop", "{'size': 5, 'reset': true}");
  }

  @Test
  void a_wait_knows_its_units_by_its_version() {
    assertThat(read("wait", "{}")).isEqualTo("{'amount':1,'unit':'hours'}");
    assertThat(probe.read("wait", 1.1, "{}").parameters())
        .isEqualTo(Probe.json("{'amount': 5, 'unit': 'seconds'}"));
    assertThat(read("wait", "{'unit': '='}")).isEqualTo("{'amount':1,'unit':'seconds'}");
    assertThat(probe.read("wait", 1.1, "{'resume': 'form', 'formTitle': 'Ok?'}").type())
        .isEqualTo("flow.form");
    Probe.comesBack("flow.wait", "{'amount': 2, 'unit': 'minutes'}");
    Probe.comesBack("flow.wait", "{'mode': 'until', 'until': '={{ $json.at }}'}");
    Probe.comesBack("flow.wait", "{'mode': 'call'}");
    Probe.comesBack(
        "flow.wait",
        "{'mode': 'call', 'limit': 'duration', 'limitAmount': 3, 'limitUnit': 'days'}");
    Probe.comesBack(
        "flow.wait", "{'mode': 'call', 'limit': 'until', 'limitUntil': '2026-12-31T18:00'}");
  }

  @Test
  void pages_and_marks_come_back() {
    Probe.comesBack(
        "flow.form",
        "{'title': 'More', 'text': 'please', 'fields': [{'label': 'Age', 'type': 'number'}]}");
    Probe.comesBack("flow.form", "{'kind': 'end', 'title': 'Done', 'text': 'Thanks'}");
    Probe.comesBack("flow.form", "{'kind': 'end', 'address': 'https://example.org'}");
    Probe.comesBack("flow.markRun", "{'marks': [{'name': 'id', 'value': '={{ $json.id }}'}]}");
  }

  @Test
  void a_called_workflow_is_named_in_many_ways() {
    assertThat(read("executeWorkflow", "{'workflowId': 'x7'}"))
        .isEqualTo("{'source':'id','id':'x7'}");
    assertThat(
            probe
                .read(
                    "executeWorkflow",
                    1.2,
                    """
                    {'workflowId': {'__rl': true, 'mode': 'list', 'value': 'x7'}, 'mode': 'each',
                     'options': {'waitForSubWorkflow': false},
                     'workflowInputs': {'value': {'a': '={{ $json.a }}'}}}
                    """)
                .parameters())
        .isEqualTo(
            Probe.json(
                """
                {'source': 'id', 'id': 'x7', 'mode': 'each', 'wait': false,
                 'fields': {'a': '={{ $json.a }}'}}
                """));
    assertThat(probe.reads("executeWorkflow", 1, "{'source': 'url'}")).isFalse();
    Probe.comesBack("flow.subworkflow", "{'source': 'file', 'file': 'a.json', 'mode': 'each'}");
    Probe.comesBack("flow.subworkflow", "{'source': 'id', 'id': 'x7', 'wait': false}");
  }

  @Test
  void a_called_workflow_says_what_it_expects() {
    assertThat(
            probe
                .read(
                    "executeWorkflowTrigger",
                    1.1,
                    "{'inputSource': 'jsonExample', 'jsonExample': '{\\'a\\': 1}'}"
                        .replace("\\'", "\\\""))
                .parameters())
        .isEqualTo(Probe.json("{'fields': ['a']}"));
    Probe.comesBack("trigger.subworkflow", "{'fields': ['a', 'b']}");
    Probe.comesBack("trigger.subworkflow", "{}");
    Probe.comesBack("trigger.error", "{}");
  }
}
