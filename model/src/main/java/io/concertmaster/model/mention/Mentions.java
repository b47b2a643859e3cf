package io.concertmaster.model.mention;

import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds and rewrites the names of nodes in expressions. It works on the text, so that a name is
 * kept right in an expression that is half typed, or more than the evaluator can do.
 */
public final class Mentions {
  private Mentions() {}

  /** The mentions in one parameter, in the order of the text; none where it is no expression. */
  public static List<Mention> in(String parameter) {
    if (!parameter.startsWith("=") || !parameter.contains("$")) {
      return List.of();
    }
    List<Mention> found = new ArrayList<>();
    int open = nextBlock(parameter, 1);
    while (open >= 0) {
      int close = blockEnd(parameter, open + 2);
      new MentionScanner(parameter, open + 2, close, found).scan();
      open = nextBlock(parameter, close);
    }
    return List.copyOf(found);
  }

  /**
   * Parameters in which every mention of a name has another name; the same object where there is
   * none.
   */
  public static JsonObject rename(JsonObject parameters, String from, String to) {
    return rename(parameters, name -> name.equals(from) ? to : name);
  }

  /** Parameters in which every mention has the name that a function gives for its own. */
  public static JsonObject rename(JsonObject parameters, Function<String, String> names) {
    return rewrite(parameters, names) instanceof JsonObject changed ? changed : parameters;
  }

  private static @Nullable Object rewrite(@Nullable Object value, Function<String, String> names) {
    return switch (value) {
      case String text -> rewriteText(text, names);
      case JsonObject object -> rewriteFields(object, names);
      case JsonArray array -> rewriteElements(array, names);
      case null, default -> value;
    };
  }

  @SuppressWarnings("ReferenceEquality") // "nothing was rewritten" is about the object
  private static JsonObject rewriteFields(JsonObject object, Function<String, String> names) {
    JsonObject changed = object;
    for (int slot = 0; slot < object.size(); slot++) {
      Object field = rewrite(object.slot(slot), names);
      if (field != object.slot(slot)) {
        changed = changed.with(object.shape().name(slot), field);
      }
    }
    return changed;
  }

  @SuppressWarnings("ReferenceEquality")
  private static JsonArray rewriteElements(JsonArray array, Function<String, String> names) {
    @Nullable Object[] elements = new Object[array.size()];
    boolean changed = false;
    for (int i = 0; i < elements.length; i++) {
      elements[i] = rewrite(array.get(i), names);
      changed |= elements[i] != array.get(i);
    }
    return changed ? JsonArray.ofValues(elements) : array;
  }

  private static String rewriteText(String text, Function<String, String> names) {
    StringBuilder changed = new StringBuilder();
    int done = 0;
    for (Mention mention : in(text)) {
      String name = names.apply(mention.name());
      if (!name.equals(mention.name())) {
        changed.append(text, done, mention.start()).append(mention.rewritten(name));
        done = mention.end();
      }
    }
    return done == 0 ? text : changed.append(text, done, text.length()).toString();
  }

  private static int nextBlock(String parameter, int from) {
    int open = parameter.indexOf("{{", from);
    while (open > 0 && parameter.charAt(open - 1) == '\\') {
      open = parameter.indexOf("{{", open + 2);
    }
    return open;
  }

  /** The first closing braces end a block, wherever they stand, unless a backslash is before. */
  private static int blockEnd(String parameter, int from) {
    int close = parameter.indexOf("}}", from);
    while (close > 0 && parameter.charAt(close - 1) == '\\') {
      close = parameter.indexOf("}}", close + 1);
    }
    return close < 0 ? parameter.length() : close;
  }
}
