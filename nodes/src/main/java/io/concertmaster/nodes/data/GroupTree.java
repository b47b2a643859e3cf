package io.concertmaster.nodes.data;

import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Results of groups in one object: by the first field's value, then by the second's, and so on. */
final class GroupTree {
  private final Map<String, GroupTree> branches = new LinkedHashMap<>();
  private JsonObject values = JsonObject.empty();

  /** Puts a group's results in their place. */
  void add(JsonArray key, JsonObject results) {
    GroupTree place = this;
    for (Object part : key) {
      place = place.branches.computeIfAbsent(text(part), name -> new GroupTree());
    }
    place.values = results;
  }

  private static String text(@Nullable Object part) {
    return part == null ? "null" : FieldType.text(part);
  }

  /** All of it. */
  JsonObject record() {
    JsonObject.Builder record = JsonObject.builder();
    branches.forEach((name, branch) -> record.put(name, branch.record()));
    return record.build().withAll(values);
  }
}
