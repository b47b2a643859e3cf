package io.concertmaster.model.expression.library.time;

import io.concertmaster.model.expression.runtime.Arguments;
import io.concertmaster.model.expression.runtime.Conversions;
import io.concertmaster.model.expression.runtime.Conversions.Hint;
import io.concertmaster.model.expression.runtime.ObjectKind;
import io.concertmaster.model.expression.runtime.ObjectValue;
import io.concertmaster.node.data.JsonObject;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * A date's zone, as {@code DateTime.zone} gives it.
 *
 * @param zone the zone
 */
public record ZoneValue(ZoneId zone) implements ObjectValue {
  /** What a zone can do. */
  public static final ObjectKind<ZoneValue> KIND =
      new ObjectKind<>(
          "Zone",
          ZoneValue.class,
          Map.of(
              "name", z -> Zones.name(z.zone),
              "type", z -> z.zone instanceof ZoneOffset ? "fixed" : "iana",
              "isUniversal", z -> z.zone instanceof ZoneOffset,
              "isValid", z -> true),
          Map.of(
              "offset",
              (frame, z, a) ->
                  Zones.offset(z.zone, Conversions.number(frame, Arguments.at(a, 0))) / 60_000,
              "equals",
              (frame, z, a) -> Arguments.at(a, 0) instanceof ZoneValue o && o.equals(z)),
          Map.of());

  @Override
  public ObjectKind<ZoneValue> kind() {
    return KIND;
  }

  @Override
  public Object primitive(Hint hint) {
    return "[object Object]";
  }

  @Override
  public Object data() {
    return JsonObject.empty();
  }
}
