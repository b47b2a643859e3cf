package io.concertmaster.model.expression;

import static io.concertmaster.model.expression.LineItems.object;

import io.concertmaster.model.expression.ExpressionException.Kind;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The scope of a line of {@link EvalLine}, read from the line's fields.
 *
 * @param line all fields
 * @param parameters the node's own settings, resolved
 */
record LineScope(
    JsonObject line,
    JsonObject parameters,
    ItemList input,
    long itemIndex,
    int runIndex,
    Map<String, LineNode> nodes,
    ZoneId zone,
    ZoneId machineZone,
    Instant now)
    implements Scope {
  /** How the conformance cases write a time zone: that of the process and that of the workflow. */
  private static final Pattern TWO_ZONES =
      Pattern.compile("(\\S+) process TZ; workflow timezone default (\\S+)");

  /** Reads a line; what is said in its field {@code context} counts where the line is silent. */
  static LineScope of(JsonObject given) {
    JsonObject line = object(given.get("context")).withAll(given);
    long index = number(line.get("itemIndex"));
    String zone = line.get("timezone") instanceof String text ? text : "";
    Matcher two = TWO_ZONES.matcher(zone);
    boolean both = two.matches();
    JsonObject settings = object(object(line.get("workflow")).get("settings"));
    ZoneId machine = zone(both ? two.group(1) : zone, ZoneId.systemDefault());
    ZoneId own = zone(both ? two.group(2) : zone, ZoneId.systemDefault());
    return new LineScope(
        line,
        object(line.get("parameters")),
        ItemList.of(LineItems.items(line.get("input"))),
        index,
        (int) number(line.get("runIndex")),
        LineNode.all(line, index),
        settings.get("timezone") instanceof String name ? zone(name, own) : own,
        machine,
        line.get("now") instanceof String text ? instant(text) : Instant.now());
  }

  /** The scope in which other settings of the node are known. */
  LineScope withParameters(JsonObject resolved) {
    return new LineScope(line, resolved, input, itemIndex, runIndex, nodes, zone, machineZone, now);
  }

  private static long number(@Nullable Object value) {
    return value instanceof Number number ? number.longValue() : 0;
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("'now' is no moment like 2026-01-31T12:00:00Z", e);
    }
  }

  private static ZoneId zone(String name, ZoneId otherwise) {
    return ZoneId.getAvailableZoneIds().contains(name) ? ZoneId.of(name) : otherwise;
  }

  @Override
  public Optional<Item> item() {
    return itemIndex >= 0 && itemIndex < input.size()
        ? Optional.of(input.get(itemIndex))
        : Optional.empty();
  }

  @Override
  public NodeData node(String name) throws ExpressionException {
    LineNode node = nodes.get(name);
    if (node == null) {
      throw new ExpressionException(
          Kind.MISSING_DATA, "there is no node '" + name + "' in the workflow", 0, 0);
    }
    return node;
  }

  @Override
  public JsonObject workflow() {
    return object(line.get("workflow"));
  }

  @Override
  public JsonObject execution() {
    return object(line.get("execution"));
  }

  @Override
  public Optional<String> environment(String name) {
    return object(line.get("env")).get(name) instanceof String value
        ? Optional.of(value)
        : Optional.empty();
  }

  @Override
  public Optional<PreviousNode> previousNode() {
    JsonObject given = object(line.get("prevNode"));
    return given.get("name") instanceof String name
        ? Optional.of(
            new PreviousNode(
                name, (int) number(given.get("outputIndex")), (int) number(given.get("runIndex"))))
        : Optional.empty();
  }

  @Override
  public JsonObject variables() {
    return object(line.get("vars"));
  }

  @Override
  public JsonObject nodeParameters() {
    return parameters;
  }

  @Override
  public JsonObject rawParameters() {
    return line.containsKey("rawParameters") ? object(line.get("rawParameters")) : parameters;
  }

  @Override
  public JsonObject nodeContext() {
    return object(line.get("nodeContext"));
  }

  @Override
  public JsonObject staticData(String kind) {
    return object(object(line.get("staticData")).get(kind));
  }

  @Override
  public JsonObject nodeInfo() {
    return object(line.get("node"));
  }

  @Override
  public ItemList input(int index) {
    if (index == 0) {
      return input;
    }
    return line.get("inputs") instanceof JsonArray all && index > 0 && index < all.size()
        ? ItemList.of(LineItems.items(all.get(index)))
        : ItemList.of();
  }

  @Override
  public Optional<Object> additional(String name) {
    return Optional.ofNullable(object(line.get("additionalKeys")).get(name));
  }
}
