package io.concertmaster.hosted.hook;

import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonException;
import io.concertmaster.node.data.JsonLimits;
import io.concertmaster.node.data.JsonObject;
import java.io.ByteArrayInputStream;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The item with which the run of a call begins: {@code headers, params, query, body, method}. */
final class HookItem {
  private static final JsonLimits LIMITS = new JsonLimits(16 << 20, 200, 16 << 20);

  private HookItem() {}

  /** A body that cannot be read as what it says it is. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(String message) {
      super(message);
    }
  }

  static Item of(HookCall call, JsonObject params) throws Unreadable {
    JsonObject.Builder headers = JsonObject.builder();
    call.headers()
        .forEach((name, value) -> {
          // A caller's own secret is for the check, not for the data of the run.
          headers.put(name, name.equals("authorization") ? "(not kept)" : value);
        });
    return Item.of(
        JsonObject.of("headers", headers.build(), "params", params)
            .with("query", call.query())
            .with("body", body(call))
            .with("method", call.method()));
  }

  private static @Nullable Object body(HookCall call) throws Unreadable {
    if (call.body().length == 0) {
      return JsonObject.empty();
    }
    String type = call.mediaType();
    if (type.equals("application/json") || type.endsWith("+json")) {
      try {
        return Json.parse(new ByteArrayInputStream(call.body()), LIMITS);
      } catch (JsonException e) {
        throw new Unreadable("the body is no JSON: " + e.getMessage());
      }
    }
    String text = text(call.body());
    return type.equals("application/x-www-form-urlencoded") ? fields(text) : text;
  }

  private static String text(byte[] bytes) throws Unreadable {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new Unreadable("the body is no UTF-8 text, and of no type that is read here");
    }
  }

  private static JsonObject fields(String text) throws Unreadable {
    JsonObject fields = JsonObject.empty();
    try {
      for (String pair : text.split("&", -1)) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        if (!name.isEmpty()) {
          fields =
              fields.with(
                  URLDecoder.decode(name, StandardCharsets.UTF_8),
                  URLDecoder.decode(value, StandardCharsets.UTF_8));
        }
      }
    } catch (IllegalArgumentException e) {
      throw new Unreadable("the body is not encoded as a form is: " + e.getMessage());
    }
    return fields;
  }
}
