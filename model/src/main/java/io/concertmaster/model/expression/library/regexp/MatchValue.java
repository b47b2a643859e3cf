package io.concertmaster.model.expression.library.regexp;

import io.concertmaster.model.expression.Undefined;
import io.concertmaster.model.expression.runtime.Conversions.Hint;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.ListLike;
import io.concertmaster.model.expression.runtime.ObjectKind;
import io.concertmaster.model.expression.runtime.ObjectValue;
import io.concertmaster.node.data.JsonArray;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A match: the list of what the groups matched, which knows its place besides.
 *
 * @param groups a record of the named groups, or undefined
 * @param indices the groups' places where the flag d asks for them, or undefined
 */
public record MatchValue(
    JsonArray elements, long index, String input, @Nullable Object groups, @Nullable Object indices)
    implements ObjectValue, ListLike {
  private static final ObjectKind<MatchValue> KIND = described();

  private static ObjectKind<MatchValue> described() {
    Map<String, ObjectKind.Property<MatchValue>> properties = new HashMap<>();
    properties.put("index", MatchValue::index);
    properties.put("input", MatchValue::input);
    properties.put("groups", MatchValue::groups);
    properties.put("indices", MatchValue::indices);
    properties.put("length", match -> (long) match.elements.size());
    return new ObjectKind<>("Array", MatchValue.class, properties, Map.of(), Map.of());
  }

  @Override
  public ObjectKind<MatchValue> kind() {
    return KIND;
  }

  @Override
  public @Nullable Object property(Frame frame, String name) {
    boolean number =
        !name.isEmpty() && name.length() < 5 && name.chars().allMatch(CharClass::digit);
    return number && Integer.parseInt(name) < elements.size()
        ? elements.get(Integer.parseInt(name))
        : KIND.property(frame, this, name);
  }

  @Override
  public List<String> names() {
    return indices == Undefined.VALUE
        ? List.of("index", "input", "groups")
        : List.of("index", "input", "groups", "indices");
  }

  @Override
  public Object primitive(Hint hint) {
    return elements.stream()
        .map(element -> element instanceof String text ? text : "")
        .collect(Collectors.joining(","));
  }

  @Override
  public Object data() {
    return JsonArray.of(elements.stream().map(e -> e instanceof String ? e : null).toArray());
  }

  @Override
  @SuppressWarnings("ReferenceEquality")
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
