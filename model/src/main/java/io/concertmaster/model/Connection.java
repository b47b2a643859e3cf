package io.concertmaster.model;

import io.concertmaster.node.Port;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Items go from an output of one node to an input of another.
 *
 * @param source id of the node they leave
 * @param output id of its output
 * @param target id of the node they reach
 * @param input id of its input
 */
public record Connection(String source, String output, String target, String input) {
  private static final Pattern LINE =
      Pattern.compile(
          "\\s*(ID)(?::(PORT))?\\s*->\\s*(ID)(?::(PORT))?\\s*"
              .replace("ID", "[a-z0-9][A-Za-z0-9_-]{0,63}")
              .replace("PORT", "[a-z][A-Za-z0-9_-]{0,63}"));

  /** From the main output of one node to the main input of another. */
  public static Connection of(String source, String target) {
    return new Connection(source, Port.MAIN, target, Port.MAIN);
  }

  /** Reads what {@link #toString} writes; empty for any other text. */
  public static Optional<Connection> parse(String line) {
    Matcher match = LINE.matcher(line);
    if (line.length() > 500 || !match.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new Connection(
            match.group(1),
            Objects.requireNonNullElse(match.group(2), Port.MAIN),
            match.group(3),
            Objects.requireNonNullElse(match.group(4), Port.MAIN)));
  }

  /** As files write it: {@code check:true -> approve}; the main ports are left out. */
  @Override
  public String toString() {
    return end(source, output) + " -> " + end(target, input);
  }

  private static String end(String node, String port) {
    return port.equals(Port.MAIN) ? node : node + ":" + port;
  }
}
