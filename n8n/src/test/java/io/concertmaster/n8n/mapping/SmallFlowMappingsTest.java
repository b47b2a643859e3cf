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
}
