package io.concertmaster.nodes.data;

import io.concertmaster.node.NodeException;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.nodes.condition.Moment;
import io.concertmaster.nodes.condition.NumberLike;
import io.concertmaster.nodes.spill.Fingerprint;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What earlier runs have seen, and what this one adds to it. */
sealed interface History {
  /** How many values can be remembered: their texts have to fit what a workflow may keep. */
  long MOST = 25_000;

  /** Under which names it is kept. */
  String VALUES = "seenValues";

  String NUMBER = "highestNumber";
  String DATE = "latestDate";

  /** Whether an item with a value is new; it counts as seen in the next run. */
  boolean isNew(@Nullable Object value) throws NodeException;

  /** All that is kept for the next run, among what else is kept. */
  JsonObject kept(JsonObject before, long most);

  /**
   * What a workflow kept.
   *
   * @param by {@code value}, {@code number} or {@code date}
   */
  static History of(String by, JsonObject before, ZoneId zone) throws NodeException {
    return switch (by) {
      case "value" -> new Values(before);
      case "number" -> new Highest(before.get(NUMBER));
      case "date" -> new Latest(before.get(DATE), zone);
      default -> throw new NodeException("“by” cannot be “" + by + "”").atProperty("by");
    };
  }

  /** What is kept when all that was seen is forgotten. */
  static JsonObject without(JsonObject before) {
    return before.without(VALUES).without(NUMBER).without(DATE);
  }

  /** Fingerprints of values, the oldest first. */
  final class Values implements History {
    private final Set<String> seen = new LinkedHashSet<>();
    private final Set<String> added = new LinkedHashSet<>();
    private final Fingerprint fingerprint = new Fingerprint();

    private Values(JsonObject before) {
      if (before.get(VALUES) instanceof JsonArray values) {
        values.forEach(value -> seen.add(String.valueOf(value)));
      }
    }

    @Override
    public boolean isNew(@Nullable Object value) {
      fingerprint.take(value);
      String text = "%016x%016x".formatted(fingerprint.high(), fingerprint.low());
      if (seen.contains(text)) {
        return false;
      }
      added.add(text);
      return true;
    }

    @Override
    public JsonObject kept(JsonObject before, long most) {
      List<String> all = new ArrayList<>(seen);
      all.addAll(added);
      long size = Math.min(Math.min(most, MOST), all.size());
      return before.with(
          VALUES, JsonArray.copyOf(all.subList(all.size() - (int) size, all.size())));
    }
  }

  /** The highest number. */
  final class Highest implements History {
    private final @Nullable Number before;
    private @Nullable Number highest;

    private Highest(@Nullable Object kept) {
      before = NumberLike.of(kept);
      highest = before;
    }

    @Override
    public boolean isNew(@Nullable Object value) throws NodeException {
      Number number = NumberLike.of(value);
      if (number == null) {
        throw new NodeException("“value” must be a number, not " + Json.write(value))
            .atProperty("value");
      }
      if (highest == null || NumberLike.compare(number, highest) > 0) {
        highest = number;
      }
      return before == null || NumberLike.compare(number, before) > 0;
    }

    @Override
    public JsonObject kept(JsonObject others, long most) {
      return highest == null ? others : others.with(NUMBER, highest);
    }
  }

  /** The latest moment. */
  final class Latest implements History {
    private final ZoneId zone;
    private final Instant before;
    private Instant latest;

    private Latest(@Nullable Object kept, ZoneId zone) {
      this.zone = zone;
      before = kept instanceof String text ? Instant.parse(text) : Instant.MIN;
      latest = before;
    }

    @Override
    public boolean isNew(@Nullable Object value) throws NodeException {
      Instant moment =
          Moment.of(value, zone)
              .orElseThrow(() ->
                  new NodeException("“value” must be a date, not " + Json.write(value))
                      .atProperty("value"));
      latest = moment.isAfter(latest) ? moment : latest;
      return moment.isAfter(before);
    }

    @Override
    public JsonObject kept(JsonObject others, long most) {
      return latest.equals(Instant.MIN) ? others : others.with(DATE, latest.toString());
    }
  }
}
