package io.concertmaster.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.data.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VariablesTest {
  @TempDir Path home;

  private void write(String text, int second) throws Exception {
    Path file = home.resolve("variables.json");
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(1_000L + second)));
  }

  @Test
  void theyAreWhatTheFileSaysNow() throws Exception {
    Variables variables = new Variables(home);
    assertThat(variables.get()).isEqualTo(JsonObject.empty());
    write("{\"city\": \"Delft\"}", 1);
    assertThat(variables.get()).isEqualTo(JsonObject.of("city", "Delft"));
    write("{\"city\": \"Gouda\"}", 2);
    assertThat(variables.get()).isEqualTo(JsonObject.of("city", "Gouda"));
  }

  @Test
  void aFileThatHoldsSomethingElseGivesNone() throws Exception {
    write("[1, 2]", 1);
    assertThat(new Variables(home).get()).isEqualTo(JsonObject.empty());
  }
}
