package io.concertmaster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.model.Settings;
import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.model.io.WorkflowFiles;
import io.concertmaster.node.data.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the engine logs beside a command's own words, seen in a process of its own. */
final class LogLinesTest {
  @TempDir Path folder;

  @Test
  void whatTheEngineTellsIsOneLineThatBeginsAsAllDo() throws Exception {
    Path file = folder.resolve("fails.workflow.json");
    WorkflowFiles.save(
        WorkflowBuilder.workflow("Fails")
            .settings(Settings.DEFAULT.withErrorWorkflow(Optional.of("missing.workflow.json")))
            .node("start", "trigger.manual")
            .node("read", "file.read", "Read", JsonObject.of("path", "nothing.txt"))
            .connect("start -> read")
            .build(),
        file);
    Path errors = folder.resolve("errors.txt");

    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                ConcertMaster.class.getName(),
                "run",
                file.toString(),
                "--home",
                folder.resolve("home").toString())
            .redirectError(errors.toFile())
            .start();

    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(Files.readAllLines(errors))
        .allMatch(line -> line.startsWith("concertmaster: "))
        .anyMatch(line -> line.contains("the error workflow of run 1 cannot be run: "));
  }
}
