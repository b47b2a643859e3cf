package io.concertmaster.model.io;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in a file, as people are told it: {@code nodes.check.parameters.conditions[0].is}. Cheap
 * to make, since one is made for every value and shown for none but a wrong one.
 *
 * @param parent where it lies; {@code null} for the top
 * @param name the field's name in its object; {@code null} in a list
 * @param index the position in its list, from 0
 */
record Place(@Nullable Place parent, @Nullable String name, int index) {
  static final Place TOP = new Place(null, null, 0);

  private static final Pattern PLAIN = Pattern.compile("[\\p{L}$_][\\p{L}\\p{N}$_-]{0,60}");
  private static final int LONGEST_NAME = 60;

  Place field(String field) {
    return new Place(this, field, 0);
  }

  Place element(int position) {
    return new Place(this, null, position);
  }

  /** Whether it lies in a node's pinned data: {@code nodes.<id>.pinned…}. */
  boolean isPinned() {
    String third = null;
    String second = null;
    String first = null;
    for (Place at = this; at.parent != null; at = at.parent) {
      third = second;
      second = first;
      first = at.name == null ? "" : at.name;
    }
    return "nodes".equals(first) && second != null && "pinned".equals(third);
  }

  /** The complaint about what stands here. */
  WorkflowFileException wrong(String complaint) {
    return new WorkflowFileException(
        parent == null ? "the file " + complaint : this + ": " + complaint);
  }

  /** A text as a complaint quotes it. */
  static String quoted(String text) {
    return "“" + cut(text) + "”";
  }

  private static String cut(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST_NAME
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_NAME)) + "…";
  }

  @Override
  public String toString() {
    if (parent == null) {
      return "";
    }
    String before = parent.toString();
    return Optional.ofNullable(name)
        .map(field -> before + step(field, before.isEmpty()))
        .orElse(before + "[" + index + "]");
  }

  private static String step(String field, boolean first) {
    if (PLAIN.matcher(field).matches()) {
      return first ? field : "." + field;
    }
    return "[" + quoted(field) + "]";
  }
}
