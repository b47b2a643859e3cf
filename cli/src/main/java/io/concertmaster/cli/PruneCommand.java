package io.concertmaster.cli;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.local.LocalEngine;
import io.concertmaster.engine.local.Retention;
import io.concertmaster.engine.local.RetentionSettings;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code concertmaster runs prune}: takes old runs away. */
@Command(
    name = "prune",
    mixinStandardHelpOptions = true,
    description = {
      "Takes away runs that have ended, oldest first, and the items that only they used.",
      "Without options it goes by the file retention.json of the home."
    },
    footer = {"", "Exit: 0 done, 2 wrong usage, or the home is in use."})
final class PruneCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--older-than",
      paramLabel = "AGE",
      description = "Those that ended so long ago: 30d, 12h, 90m.")
  private @Nullable String olderThan;

  @Option(names = "--keep", paramLabel = "N", description = "Those that are more than so many.")
  private @Nullable Long keep;

  @Option(
      names = "--max-size",
      paramLabel = "SIZE",
      description = "As many as it takes until all fits: 500MB, 2GB.")
  private @Nullable String maxSize;

  @Mixin private HomeOption home;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  private PruneCommand() {}

  @Override
  public Integer call() throws InterruptedException {
    Retention retention = retention();
    if (retention.keepsAll()) {
      throw new ParameterException(
          spec.commandLine(), "say what may go: --older-than, --keep or --max-size");
    }
    try (LocalEngine engine = Engines.open(home.folder())) {
      long gone = engine.prune(retention);
      PrintWriter out = spec.commandLine().getOut();
      out.println(gone == 1 ? "1 run was taken away." : gone + " runs were taken away.");
      out.flush();
      return ExitCode.OK;
    } catch (EngineException e) {
      throw Engines.failed(e);
    }
  }

  private Retention retention() {
    if (olderThan == null && keep == null && maxSize == null) {
      return RetentionSettings.of(home.folder());
    }
    if (keep != null && keep < 0) {
      throw new ParameterException(spec.commandLine(), "--keep counts from 0");
    }
    return new Retention(
        parsed("--older-than", olderThan, Retention::age),
        keep == null ? OptionalLong.empty() : OptionalLong.of(keep),
        parsed("--max-size", maxSize, Retention::size)
            .map(OptionalLong::of)
            .orElse(OptionalLong.empty()));
  }

  private <T> Optional<T> parsed(String option, @Nullable String text, Function<String, T> parser) {
    try {
      return Optional.ofNullable(text).map(parser);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), option + ": " + e.getMessage(), e);
    }
  }
}
