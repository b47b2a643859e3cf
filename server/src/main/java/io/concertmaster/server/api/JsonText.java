package io.concertmaster.server.api;

import io.concertmaster.engine.RunId;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The ways in which answers say things, the same in all routes. */
final class JsonText {
  private JsonText() {}

  /** A state by its name in small letters. */
  static String word(Enum<?> state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  /** A list of objects under one name, so that more can be said beside it one day. */
  static <T> JsonObject list(String name, List<T> all, Function<T, JsonObject> one) {
    return JsonObject.of(name, JsonArray.copyOf(all.stream().map(one).toList()));
  }

  /** A list with where it goes on, where it does. */
  static JsonObject page(JsonObject list, Optional<RunId> next) {
    return next.isPresent() ? list.with("next", next.get().number()) : list;
  }

  /** The object with one more member, where there is something to say. */
  static JsonObject maybe(JsonObject object, String name, Optional<?> value) {
    return value.isPresent() ? object.with(name, value.get().toString()) : object;
  }
}
