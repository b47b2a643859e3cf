package io.concertmaster.cli;

import io.concertmaster.cli.DesignerRequest.Theme;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code concertmaster designer}: the window, or a picture of it. */
@Command(
    name = "designer",
    mixinStandardHelpOptions = true,
    description = "Opens the designer, or saves a picture of it.",
    footer = {
      "",
      "Exit: 0 closed or drawn, 1 the workflow of --run failed, 2 wrong usage or bad file."
    })
final class DesignerCommand implements Callable<Integer> {
  private static final Pattern SIZE = Pattern.compile("(\\d{2,5})x(\\d{2,5})");
  private static final int SMALLEST = 400;
  private static final int LARGEST = 8_000;

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "FILE",
      description = "The workflow or form to open.")
  private @Nullable Path file;

  @Option(
      names = "--screenshot",
      paramLabel = "OUT.png",
      description = "Draws the window without a display, saves it as a picture and ends.")
  private @Nullable Path screenshot;

  @Option(
      names = "--size",
      paramLabel = "WIDTHxHEIGHT",
      defaultValue = Designers.WIDTH + "x" + Designers.HEIGHT,
      description = "Pixels of the window or picture, ${DEFAULT-VALUE} by default.")
  private String size;

  @Option(
      names = "--theme",
      defaultValue = "system",
      paramLabel = "light|dark|system",
      description = "The look. Default: that of the system; in pictures light.")
  private String theme;

  @Option(names = "--run", description = "Runs the workflow at once.")
  private boolean run;

  @Option(
      names = "--select",
      paramLabel = "NODE",
      description = "Selects a node by its id or name, on a form a field by its key.")
  private @Nullable String select;

  @Mixin private HomeOption home;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  private DesignerCommand() {}

  @Override
  public Integer call() {
    int[] pixels = pixels();
    Theme colours = colours();
    if (screenshot == null && !Designers.hasDisplay()) {
      return Designers.openOrPicture(spec.commandLine(), file, home.folder());
    }
    return Designers.find()
        .open(
            new DesignerRequest(
                Optional.ofNullable(file).map(Designers::existing),
                Optional.ofNullable(screenshot).map(Path::toAbsolutePath),
                pixels[0],
                pixels[1],
                colours,
                run,
                Optional.ofNullable(select),
                home.folder()));
  }

  private int[] pixels() {
    Matcher matcher = SIZE.matcher(size);
    if (matcher.matches()) {
      int width = Integer.parseInt(matcher.group(1));
      int height = Integer.parseInt(matcher.group(2));
      if (Math.min(width, height) >= SMALLEST && Math.max(width, height) <= LARGEST) {
        return new int[] {width, height};
      }
    }
    throw new ParameterException(
        spec.commandLine(),
        "--size must be WIDTHxHEIGHT with sides of "
            + SMALLEST
            + " to "
            + LARGEST
            + " pixels, such as 1600x1000");
  }

  private Theme colours() {
    return switch (theme) {
      case "light" -> Theme.LIGHT;
      case "dark" -> Theme.DARK;
      case "system" -> Theme.SYSTEM;
      default ->
          throw new ParameterException(
              spec.commandLine(), "--theme must be light, dark or system, not " + theme);
    };
  }
}
