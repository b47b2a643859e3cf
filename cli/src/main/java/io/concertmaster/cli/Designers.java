package io.concertmaster.cli;

import io.concertmaster.cli.DesignerRequest.Theme;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Finds the designer, and says what to do where there is none or no display to show it on. */
final class Designers {
  static final int WIDTH = 1600;
  static final int HEIGHT = 1000;

  private Designers() {}

  /**
   * Opens the designer. Without a display it cannot: with a file it says how to go on; without one
   * it runs the sample and saves a picture of the window, so that a first look works everywhere.
   */
  static int openOrPicture(CommandLine command, @Nullable Path file, Path home) {
    if (file != null) {
      refuseMistyped(file);
    }
    if (hasDisplay()) {
      return open(file, home);
    }
    if (file != null || Samples.airports().isEmpty()) {
      String name = file == null ? "FILE" : file.toString();
      command
          .getOut()
          .println(
              "There is no display here to open the designer on: save a picture with 'concertmaster"
                  + " designer "
                  + name
                  + " --screenshot OUT.png', or run it with 'concertmaster run "
                  + name
                  + "'.");
      command.getOut().flush();
      return ExitCode.OK;
    }
    Path sample = Samples.airports().get();
    Path picture = Path.of("concertmaster.png").toAbsolutePath();
    command
        .getOut()
        .println(
            "There is no display here: running "
                + sample
                + " and drawing the window without one ...");
    command.getOut().flush();
    int exit =
        find()
            .open(
                new DesignerRequest(
                    Optional.of(sample),
                    Optional.of(picture),
                    WIDTH,
                    HEIGHT,
                    Theme.LIGHT,
                    true,
                    Optional.of("summarize"),
                    home));
    command
        .getOut()
        .println(
            exit == ExitCode.OK
                ? "The run succeeded; the picture of the window is " + picture
                : "The run failed; the picture of the window is " + picture);
    command.getOut().flush();
    return exit;
  }

  /** What is no command is taken for a file: a word with a typing error too. */
  private static void refuseMistyped(Path file) {
    if (!Files.exists(file) && file.toString().matches("[a-z][a-z-]*")) {
      throw new CommandException(
          ExitCode.USAGE,
          "there is no command and no file “" + file + "”: see 'concertmaster --help'");
    }
    existing(file);
  }

  /** Opens the window with a file, or with what was open last, or with the sample. */
  static int open(@Nullable Path file, Path home) {
    Optional<Path> shown = Optional.ofNullable(file).map(Designers::existing);
    return find()
        .open(
            new DesignerRequest(
                shown,
                Optional.empty(),
                WIDTH,
                HEIGHT,
                Theme.SYSTEM,
                false,
                Optional.empty(),
                home));
  }

  /**
   * Whether arguments only ask for the window: none, or a JSON file that is there. That is how
   * desktops start the program.
   */
  static boolean isWindow(String[] args) {
    return hasDisplay()
        && (args.length == 0
            || (args.length == 1 && args[0].endsWith(".json") && new File(args[0]).isFile()));
  }

  /** The designer of this installation. */
  static DesignerWindow find() {
    return ServiceLoader.load(DesignerWindow.class)
        .findFirst()
        .orElseThrow(() ->
            new CommandException(
                ExitCode.USAGE,
                "this installation has no designer: run workflows with 'concertmaster run FILE'"));
  }

  /** The file, which must be there. */
  static Path existing(Path file) {
    if (!Files.isRegularFile(file)) {
      throw missing(List.of(file));
    }
    return file.toAbsolutePath().normalize();
  }

  /** The error for files that are not there. */
  static CommandException missing(List<Path> files) {
    String names = files.stream().map(Path::toString).collect(Collectors.joining(", "));
    String path = files.size() == 1 ? ": check the path" : ": check the paths";
    return new CommandException(ExitCode.USAGE, "there is no file " + names + path);
  }

  /** X11 and Wayland say by the environment whether there is a display; other systems have one. */
  static boolean hasDisplay() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (system.contains("windows") || system.contains("mac")) {
      return true;
    }
    return isSet("DISPLAY") || isSet("WAYLAND_DISPLAY");
  }

  private static boolean isSet(String variable) {
    String value = System.getenv(variable);
    return value != null && !value.isBlank();
  }
}
