package io.concertmaster.cli;

import io.concertmaster.n8n.report.Finding;
import io.concertmaster.n8n.report.Finding.Kind;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import picocli.CommandLine;

/**
 * What became of the parts of a workflow on its way from one format to the other.
 *
 * @param from the file that was read, or what else the workflow came from
 * @param to the file that was written, or what else the workflow goes to
 */
record ConversionReport(String from, String to, List<Finding> findings) {
  private static final int WIDEST = 32;

  /** Nobody writes over the file that is read. */
  static void refuseSame(Path from, Path to) {
    if (from.toAbsolutePath().normalize().equals(to.toAbsolutePath().normalize())) {
      throw new CommandException(
          ExitCode.USAGE, to + " is the file that is read: choose another one with -o");
    }
  }

  /** Prints it and gives the exit code that goes with it. */
  int print(CommandLine command, boolean json) {
    PrintWriter out = command.getOut();
    if (json) {
      out.print(Json.writePretty(toJson()));
    } else {
      lines(out);
    }
    out.flush();
    return isWhole() ? ExitCode.OK : ExitCode.FAILED;
  }

  /** Whether nothing was left out. */
  boolean isWhole() {
    return count(Kind.LEFT_OUT) == 0;
  }

  /** Prints it for people. */
  void lines(PrintWriter out) {
    out.println(from + " → " + to);
    out.println(
        count(Kind.MAPPED)
            + " mapped, "
            + count(Kind.APPROXIMATED)
            + " approximated, "
            + count(Kind.LEFT_OUT)
            + " left out");
    group(out, Kind.APPROXIMATED, "Approximated");
    group(out, Kind.LEFT_OUT, "Left out");
  }

  private void group(PrintWriter out, Kind kind, String title) {
    List<Finding> group = findings.stream().filter(each -> each.kind() == kind).toList();
    if (group.isEmpty()) {
      return;
    }
    out.println();
    out.println(title);
    int node = width(group, ConversionReport::owner);
    int parameter = width(group, Finding::parameter);
    for (Finding finding : group) {
      out.println(
          "  "
              + cell(owner(finding), node)
              + "  "
              + cell(finding.parameter(), parameter)
              + "  "
              + line(finding.message()));
    }
  }

  private static String owner(Finding finding) {
    return finding.node().isEmpty() ? "(workflow)" : line(finding.node());
  }

  private static int width(List<Finding> group, Function<Finding, String> column) {
    return Math.min(WIDEST, group.stream().map(column).mapToInt(String::length).max().orElse(0));
  }

  private static String cell(String text, int width) {
    return text.length() >= width ? text : text + " ".repeat(width - text.length());
  }

  private static String line(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ").strip();
  }

  private long count(Kind kind) {
    return findings.stream().filter(each -> each.kind() == kind).count();
  }

  JsonObject toJson() {
    return JsonObject.of("from", from, "to", to)
        .with("mapped", count(Kind.MAPPED))
        .with("approximated", count(Kind.APPROXIMATED))
        .with("leftOut", count(Kind.LEFT_OUT))
        .with("findings", JsonArray.copyOf(findings.stream().map(ConversionReport::json).toList()));
  }

  private static JsonObject json(Finding finding) {
    return JsonObject.of("kind", finding.kind().name().toLowerCase(Locale.ROOT))
        .with("node", finding.node())
        .with("parameter", finding.parameter())
        .with("message", finding.message());
  }
}
