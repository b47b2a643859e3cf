package io.concertmaster.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The folder in which the engine keeps its state, the same for every command. */
final class HomeOption {
  /** Where one of these lies, something ran, even if another is lost. */
  private static final List<String> RUNS = List.of("journal.db", "journal.db-wal", "items.db");

  @Option(
      names = "--home",
      paramLabel = "DIR",
      description = {
        "Where runs are kept. Default: $CONCERTMASTER_HOME, or without it",
        "~/.concertmaster."
      })
  private @Nullable Path home;

  /**
   * The folder that was named, or the environment's, or the person's.
   *
   * @throws CommandException when the name is empty: the folder one happens to be in is no home
   */
  Path folder() {
    if (home != null && home.toString().isBlank()) {
      throw new CommandException(
          ExitCode.USAGE, "--home is empty: name a folder; a variable in its place may not be set");
    }
    return home != null ? home.toAbsolutePath() : usual();
  }

  /**
   * Whether nothing ran there yet: it is empty of runs, or the usual one that is made by the first.
   */
  boolean isUnused() {
    Path folder = folder();
    boolean isHome = Files.isDirectory(folder) || (home == null && !Files.exists(folder));
    return isHome && RUNS.stream().map(folder::resolve).noneMatch(Files::exists);
  }

  /** The environment's folder, or the person's. */
  static Path usual() {
    String environment = System.getenv("CONCERTMASTER_HOME");
    return environment != null && !environment.isBlank()
        ? Path.of(environment).toAbsolutePath()
        : Path.of(System.getProperty("user.home"), ".concertmaster");
  }
}
