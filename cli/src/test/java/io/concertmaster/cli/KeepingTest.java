package io.concertmaster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.engine.Engine;
import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.model.io.WorkflowFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backup, restore and what is kept, from the command line. */
final class KeepingTest {
  @TempDir Path folder;
  private Path home;
  private Path file;

  @BeforeEach
  void three_runs() throws Exception {
    home = folder.resolve("home");
    file = folder.resolve("small.workflow.json");
    WorkflowFiles.save(
        WorkflowBuilder.workflow("Small").node("start", "trigger.manual").build(), file);
    for (int i = 0; i < 3; i++) {
      assertThat(Called.with("run", file, "--home", home).exit()).isZero();
    }
  }

  private String listed(Path of) throws Exception {
    return Called.with("runs", "list", "--home", of).out();
  }

  @Test
  void a_backup_is_made_while_the_store_is_in_use_and_restored_elsewhere() throws Exception {
    Path backup = folder.resolve("backup");
    try (Engine other = Engines.open(home)) {
      Called made = Called.with("backup", backup, "--home", home);
      assertThat(made.exit()).as(made.err()).isZero();
      assertThat(made.out()).startsWith("3 runs").contains(backup.toString());
      assertThat(other.runs(10)).hasSize(3);
    }
    Path elsewhere = folder.resolve("elsewhere");
    Called restored = Called.with("restore", backup, "--home", elsewhere);
    assertThat(restored.exit()).as(restored.err()).isZero();
    assertThat(listed(elsewhere).lines()).hasSize(3);
  }

  @Test
  void a_restore_over_runs_needs_force_and_puts_them_aside() throws Exception {
    Path backup = folder.resolve("backup");
    assertThat(Called.with("backup", backup, "--home", home).exit()).isZero();
    assertThat(Called.with("run", file, "--home", home).exit()).isZero();
    Called refused = Called.with("restore", backup, "--home", home);
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.err().lines()).hasSize(1).first().asString().contains("--force");
    assertThat(listed(home).lines()).hasSize(4);
    Called forced = Called.with("restore", backup, "--home", home, "--force");
    assertThat(forced.exit()).as(forced.err()).isZero();
    assertThat(forced.out()).contains("replaced-");
    assertThat(listed(home).lines()).hasSize(3);
    Called nothing = Called.with("restore", folder, "--home", home, "--force");
    assertThat(nothing.exit()).isEqualTo(2);
    assertThat(nothing.err().lines()).hasSize(1).first().asString().contains("no backup");
  }

  @Test
  void runs_are_taken_away_by_options_or_by_what_the_home_says() throws Exception {
    Called unsaid = Called.with("runs", "prune", "--home", home);
    assertThat(unsaid.exit()).isEqualTo(2);
    assertThat(unsaid.err()).contains("--older-than");
    Called wrong = Called.with("runs", "prune", "--older-than", "soon", "--home", home);
    assertThat(wrong.exit()).isEqualTo(2);
    assertThat(wrong.err()).contains("30d");
    Called none = Called.with("runs", "prune", "--older-than", "30d", "--home", home);
    assertThat(none.out()).contains("0 runs");
    Called one = Called.with("runs", "prune", "--keep", "2", "--home", home);
    assertThat(one.exit()).as(one.err()).isZero();
    assertThat(one.out()).contains("1 run ");
    assertThat(listed(home).lines()).hasSize(2);
    Files.writeString(home.resolve("retention.json"), "{\"keep\": 0}");
    assertThat(Called.with("runs", "prune", "--home", home).out()).contains("1 run ");
  }
}
