package io.concertmaster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What {@code --help} says. */
final class HelpTest {
  @Test
  void every_command_says_its_exit_codes_and_names_what_its_options_take() {
    List<String> missing = new ArrayList<>();
    look(ConcertMaster.commandLine(), missing);
    assertThat(missing).isEmpty();
  }

  private static void look(CommandLine command, List<String> missing) {
    String name = command.getCommandSpec().qualifiedName();
    String help = command.getUsageMessage();
    boolean leads = !command.getSubcommands().isEmpty();
    boolean foreign = name.endsWith("generate-completion");
    if (!leads && !foreign && !help.contains("Exit: 0")) {
      missing.add(name + " has no exit codes");
    }
    if (help.contains("=<")) {
      missing.add(name + " has an option whose value has no name");
    }
    command.getSubcommands().values().forEach(each -> look(each, missing));
  }

  @Test
  void commands_of_runs_stand_in_the_order_in_which_they_are_needed() {
    assertThat(ConcertMaster.commandLine().getSubcommands().get("runs").getSubcommands().keySet())
        .containsExactly("list", "show", "resume", "upgrade", "cancel", "prune");
  }
}
