package io.concertmaster.hosted.hook;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.Intake;
import io.concertmaster.hosted.hook.HookBody.NotTakenException;
import io.concertmaster.node.data.BinaryData;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonException;
import io.concertmaster.node.data.JsonLimits;
import io.concertmaster.node.data.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The item with which the run of a call begins: {@code headers, params, query, body, method}. */
final class HookItem {
  private static final JsonLimits LIMITS = new JsonLimits(16 << 20, 200, 16 << 20);

  private static final String DATA = "data";

  /** With these a caller signs in, whoever asked for it: that is not for the data of a run. */
  private static final Set<String> SIGNING_IN = Set.of("authorization", "proxy-authorization");

  private HookItem() {}

  /** A body that cannot be read as what it says it is. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(String message) {
      super(message);
    }
  }

  /**
   * The item of a call.
   *
   * @param content of its body
   * @param settings of the trigger: {@code rawBody}, {@code fileField}
   * @param intake takes its files
   * @throws NotTakenException when its fields are not encoded as they must be
   */
  static Item of(
      HookCall call, HookContent content, JsonObject params, JsonObject settings, Intake intake)
      throws Unreadable, NotTakenException, EngineException {
    boolean raw = Boolean.TRUE.equals(settings.get("rawBody"));
    JsonObject.Builder headers = JsonObject.builder();
    call.withholding((name, value) -> SIGNING_IN.contains(name)).headers().forEach(headers::put);
    return Item.of(
            JsonObject.of("headers", headers.build(), "params", params)
                .with("query", call.query())
                .with("body", body(call, content, raw))
                .with("method", call.method()))
        .withBinary(files(call, content, settings, raw, intake));
  }

  /**
   * Files travel under the names of their parts, where the trigger gives them no name of its own:
   * then they are that and a number. A body that is kept as it came travels under that name.
   */
  private static Map<String, BinaryData> files(
      HookCall call, HookContent content, JsonObject settings, boolean raw, Intake intake)
      throws EngineException {
    Map<String, BinaryData> files = new HashMap<>();
    String given =
        settings.get("fileField") instanceof String name && !name.isBlank() ? name : DATA;
    List<HookParts.Part> parts = content.parts().map(HookParts::files).orElse(List.of());
    for (int i = 0; i < parts.size(); i++) {
      HookParts.Part part = parts.get(i);
      String own = part.field().isBlank() ? given + i : part.field();
      String name = given.equals(DATA) ? own : given + i;
      for (int more = 1; files.containsKey(name); more++) {
        name = own + more; // several files of one control
      }
      files.put(name, stored(intake, part.name(), part.type(), part.bytes()));
    }
    if (raw && content.bytes().length > 0) {
      String type = call.mediaType().isEmpty() ? "application/octet-stream" : call.mediaType();
      files.putIfAbsent(given, stored(intake, "body", type, content.bytes()));
    }
    return files;
  }

  private static BinaryData stored(Intake intake, String name, String type, byte[] bytes)
      throws EngineException {
    try {
      return intake.store(name, type, new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // bytes in memory can be read
    }
  }

  private static @Nullable Object body(HookCall call, HookContent content, boolean raw)
      throws Unreadable, NotTakenException {
    if (content.parts().isPresent()) {
      return record(content.parts().get().fields());
    }
    if (content.bytes().length == 0) {
      return JsonObject.empty();
    }
    String type = call.mediaType();
    if (call.isPacked()) {
      return JsonObject.empty(); // it travels as a file, as it came
    }
    if (type.equals("application/json") || type.endsWith("+json")) {
      try {
        return Json.parse(new ByteArrayInputStream(content.bytes()), LIMITS);
      } catch (JsonException e) {
        throw new Unreadable("the body is no JSON: " + e.getMessage());
      }
    }
    if (raw && !type.startsWith("text/") && !type.equals("application/x-www-form-urlencoded")) {
      return JsonObject.empty(); // it travels as a file
    }
    return type.equals("application/x-www-form-urlencoded")
        ? record(FormBody.fields(content.bytes(), charset(call)))
        : text(content.bytes(), charset(call));
  }

  /** A field that came once has its text, one that came several times a list of them. */
  private static JsonObject record(Map<String, List<String>> fields) {
    JsonObject.Builder record = JsonObject.builder();
    fields.forEach((name, texts) ->
        record.put(name, texts.size() == 1 ? texts.getFirst() : JsonArray.copyOf(texts)));
    return record.build();
  }

  /** In which the characters of a text or a form are written as bytes: UTF-8 if nothing is said. */
  private static Charset charset(HookCall call) throws NotTakenException {
    String name = call.charset().orElse("UTF-8");
    try {
      return Charset.forName(name);
    } catch (IllegalArgumentException e) {
      throw new NotTakenException(415, "the body is in a charset that is not known here");
    }
  }

  private static String text(byte[] bytes, Charset charset) throws Unreadable {
    try {
      return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new Unreadable(
          "the body is no " + charset.name() + " text, and of no type that is read here");
    }
  }
}
