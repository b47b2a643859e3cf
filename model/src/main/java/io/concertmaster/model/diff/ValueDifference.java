package io.concertmaster.model.diff;

import io.concertmaster.model.diff.ValueChange.Kind;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Walks two JSON values side by side; objects by name, lists by position. */
public final class ValueDifference {
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}$_][\\p{L}\\p{N}$_-]*");

  private final List<ValueChange> changes = new ArrayList<>();

  private ValueDifference() {}

  /** The values that differ, in the order of the newer, what is gone last. */
  public static List<ValueChange> between(JsonObject before, JsonObject after) {
    ValueDifference difference = new ValueDifference();
    difference.objects("", before, after);
    return difference.changes;
  }

  private void values(String path, @Nullable Object before, @Nullable Object after) {
    if (before instanceof JsonObject a && after instanceof JsonObject b) {
      objects(path, a, b);
    } else if (before instanceof JsonArray a && after instanceof JsonArray b) {
      lists(path, a, b);
    } else if (!Objects.equals(before, after)) {
      changes.add(new ValueChange(path, Kind.CHANGED, before, after));
    }
  }

  private void objects(String path, JsonObject before, JsonObject after) {
    for (String name : after.keySet()) {
      String place = member(path, name);
      if (before.containsKey(name)) {
        values(place, before.get(name), after.get(name));
      } else {
        changes.add(new ValueChange(place, Kind.ADDED, null, after.get(name)));
      }
    }
    for (String name : before.keySet()) {
      if (!after.containsKey(name)) {
        changes.add(new ValueChange(member(path, name), Kind.REMOVED, before.get(name), null));
      }
    }
  }

  private void lists(String path, JsonArray before, JsonArray after) {
    for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
      String place = path + "[" + i + "]";
      if (i >= before.size()) {
        changes.add(new ValueChange(place, Kind.ADDED, null, after.get(i)));
      } else if (i >= after.size()) {
        changes.add(new ValueChange(place, Kind.REMOVED, before.get(i), null));
      } else {
        values(place, before.get(i), after.get(i));
      }
    }
  }

  private static String member(String path, String name) {
    if (!PLAIN.matcher(name).matches()) {
      return path + "[“" + name + "”]";
    }
    return path.isEmpty() ? name : path + "." + name;
  }
}
