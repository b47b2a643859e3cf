package io.concertmaster.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.cli.DesignerRequest;
import io.concertmaster.designer.settings.WindowState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a window shows first. */
class FirstFileTest {
  @TempDir Path folder;

  @BeforeEach
  void samples() {
    System.setProperty("concertmaster.examples", folder.toString());
  }

  @AfterEach
  void noSamples() {
    System.clearProperty("concertmaster.examples");
  }

  private Optional<Path> first(Optional<Path> asked, WindowState state) {
    return MainStage.first(
        new DesignerRequest(
            asked,
            Optional.empty(),
            800,
            600,
            DesignerRequest.Theme.SYSTEM,
            false,
            Optional.empty(),
            folder),
        state);
  }

  @Test
  void whatWasAskedForElseWhatWasOpenLastElseTheSample() throws Exception {
    Path last = Files.writeString(folder.resolve("last.workflow.json"), "{}");
    Path sample = Files.writeString(folder.resolve("airports.workflow.json"), "{}");
    Path asked = folder.resolve("asked.workflow.json");
    WindowState state = WindowState.fresh().withRecent(last);

    assertThat(first(Optional.of(asked), state)).contains(asked);
    assertThat(first(Optional.empty(), state)).contains(last);
    Files.delete(last);
    assertThat(first(Optional.empty(), state)).contains(sample);
    assertThat(first(Optional.empty(), WindowState.fresh())).contains(sample);
  }
}
