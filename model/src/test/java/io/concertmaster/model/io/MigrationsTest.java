package io.concertmaster.model.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concertmaster.model.Workflow;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The mechanism, shown with steps that there might be one day. */
class MigrationsTest {
  /** Format 1 called the name a title, format 2 the nodes steps. */
  private static final Migrations THREE =
      new Migrations(
          List.of(
              file -> file.with("name", file.get("title")).without("title"),
              file -> file.with("nodes", file.get("steps")).without("steps")));

  @Test
  void anOlderFileGoesThroughEveryStepThatItNeeds() throws WorkflowFileException {
    Workflow first =
        WorkflowFiles.parse(
            "{\"format\":1,\"id\":\"a\",\"title\":\"T\",\"steps\":{},\"x\":1}", THREE);
    Workflow second =
        WorkflowFiles.parse(
            "{\"format\":2,\"id\":\"a\",\"name\":\"T\",\"steps\":{},\"x\":1}", THREE);

    assertThat(first.name()).isEqualTo("T");
    assertThat(first).isEqualTo(second);
    assertThat(first.unknown()).isEqualTo(JsonObject.of("x", 1));
  }

  @Test
  void theNewestFormatNeedsNone() throws WorkflowFileException {
    JsonObject file = JsonObject.of("format", 3, "title", "kept");
    assertThat(THREE.migrate(file)).isEqualTo(file);
  }

  @Test
  void aNewerFormatIsRefused() {
    assertThatThrownBy(() -> THREE.migrate(JsonObject.of("format", 4)))
        .isInstanceOf(WorkflowFileException.class)
        .hasMessageContaining(
            "newer version of ConcertMaster (format 4; this version reads up to 3)");
  }
}
