package io.concertmaster.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Tokens and keys for servers, from where they are not seen by who looks at the command line. */
final class TokenText {
  private static final String VARIABLE = "CONCERTMASTER_TOKEN";

  private TokenText() {}

  /** That of the environment; empty where there is none. */
  static Optional<String> ofEnvironment() {
    return Optional.ofNullable(System.getenv(VARIABLE))
        .map(String::strip)
        .filter(token -> !token.isEmpty());
  }

  /**
   * The one line of a file.
   *
   * @param longest so many characters at most, all of them visible ASCII
   * @param missing what the file does not hold where it is anything else
   */
  static String read(Path file, int longest, String missing) {
    try {
      String token = Files.readString(file).strip();
      if (!token.matches("[\\x21-\\x7e]{8," + longest + "}")) {
        throw new CommandException(ExitCode.USAGE, file + " holds no " + missing);
      }
      return token;
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.USAGE, file + " cannot be read: " + e.getMessage() + "; check your rights", e);
    }
  }
}
