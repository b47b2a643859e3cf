package io.concertmaster.nodes.data;

import io.concertmaster.node.NodeException;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A pattern that changes names.
 *
 * @param find what a name contains
 * @param replace what stands in its place
 * @param everywhere whether it changes every place of a name, not the first only
 * @param depth how many levels below the first are changed; negative: all
 */
record NamePattern(Pattern find, String replace, boolean everywhere, long depth) {
  static NamePattern of(Parameters entry) throws NodeException {
    String find = entry.requiredText("find");
    try {
      return new NamePattern(
          Pattern.compile(
              find, entry.flag("ignoreCase") ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0),
          replacement(entry.text("replace")),
          entry.flag("everywhere"),
          entry.wholeNumber("depth"));
    } catch (PatternSyntaxException e) {
      throw new NodeException("“" + find + "” is no regular expression: " + e.getDescription(), e)
          .atProperty("find");
    }
  }

  /** In the way of JavaScript: {@code $&} is the whole match, a lone {@code $} is itself. */
  private static String replacement(String text) {
    StringBuilder java = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
      if (c == '\\') {
        java.append("\\\\");
      } else if (c != '$' || (next >= '1' && next <= '9')) {
        java.append(c);
      } else if (next == '&') {
        java.append("$0");
        i++;
      } else {
        java.append("\\$");
        i += next == '$' ? 1 : 0;
      }
    }
    return java.toString();
  }

  /** The record with names changed; of two that become the same the later one wins. */
  JsonObject applyTo(JsonObject record) throws NodeException {
    return record(record, 0);
  }

  private JsonObject record(JsonObject record, long level) throws NodeException {
    JsonObject.Builder renamed = JsonObject.builder();
    for (Map.Entry<String, @Nullable Object> field : record.entrySet()) {
      renamed.put(name(field.getKey()), value(field.getValue(), level + 1));
    }
    return renamed.build();
  }

  private @Nullable Object value(@Nullable Object value, long level) throws NodeException {
    if (depth >= 0 && level > depth) {
      return value;
    }
    return switch (value) {
      case JsonObject object -> record(object, level);
      case JsonArray list -> {
        List<@Nullable Object> elements = new ArrayList<>(list.size());
        for (Object element : list) {
          elements.add(value(element, level + 1));
        }
        yield JsonArray.copyOf(elements);
      }
      case null, default -> value;
    };
  }

  private String name(String name) throws NodeException {
    try {
      Matcher matcher = find.matcher(name);
      return everywhere ? matcher.replaceAll(replace) : matcher.replaceFirst(replace);
    } catch (IndexOutOfBoundsException e) {
      throw new NodeException(
              "The replacement names a group that “" + find.pattern() + "” does not have", e)
          .atProperty("replace");
    }
  }
}
