package io.concertmaster.model.diff;

import io.concertmaster.model.Connection;
import io.concertmaster.node.data.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Differences as lines for people: {@code +} is new, {@code -} is gone, {@code ~} is changed. */
public final class DifferenceText {
  /** Longer values are cut. */
  private static final int LONGEST = 80;

  private DifferenceText() {}

  /** One line for each thing that differs; none where nothing does, the canvas apart. */
  public static List<String> lines(WorkflowDifference difference) {
    List<String> lines = new ArrayList<>();
    difference.workflow().forEach(each -> lines.add("~ workflow, " + line(each)));
    difference.nodes().forEach(each -> add(lines, each));
    for (Connection each : difference.connected()) {
      lines.add("+ connection " + each);
    }
    for (Connection each : difference.disconnected()) {
      lines.add("- connection " + each);
    }
    if (difference.reordered()) {
      lines.add("~ order of the connections");
    }
    return lines;
  }

  private static void add(List<String> lines, NodeChange change) {
    switch (change) {
      case NodeChange.Added node -> lines.add("+ node “" + node.name() + "” (" + node.type() + ")");
      case NodeChange.Removed node ->
          lines.add("- node “" + node.name() + "” (" + node.type() + ")");
      case NodeChange.Changed node ->
          node.changes().forEach(each -> lines.add("~ node “" + node.name() + "”, " + line(each)));
    }
  }

  private static String line(ValueChange change) {
    return change.path() + ": " + words(change);
  }

  /** What happened to a value. */
  static String words(ValueChange change) {
    return switch (change.kind()) {
      case ADDED -> "now " + value(change.after());
      case REMOVED -> "no longer " + value(change.before());
      case CHANGED -> value(change.before()) + " → " + value(change.after());
    };
  }

  /** A value as its JSON says it; a long one is cut. */
  static String value(@Nullable Object value) {
    return cut(Json.write(value));
  }

  /** A text; a long one is cut. */
  static String cut(String text) {
    if (text.codePointCount(0, text.length()) <= LONGEST) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
  }
}
