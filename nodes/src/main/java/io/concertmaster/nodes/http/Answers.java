package io.concertmaster.nodes.http;

import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.data.BinaryData;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonException;
import io.concertmaster.node.data.JsonLimits;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.nodes.file.FileKinds;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns answers into items. */
final class Answers {
  private static final int SHOWN = 200;

  /** Types of which the bytes are no text; XML and JSON behind a vendor's name are text. */
  private static final Pattern BINARY =
      Pattern.compile(
          "image/(?!svg)|audio/|video/|font/|multipart/|application/(?:octet-stream|pdf|(?:x-)?gzip"
              + "|zip|x-(?:bzip2?|tar|7z-compressed|rar-compressed|zip-compressed|msdownload"
              + "|shockwave-flash|font-.*|iso9660-image|cdf)|vnd\\.(?!.*\\+(?:xml|json|text)$)|msword"
              + "|java-archive|epub\\+zip|wasm|protobuf|cbor|msgpack)");

  private Answers() {}

  /** Fails on a status from 400 on, unless the settings take any. */
  static void demandGoodStatus(Parameters settings, Call call, Answer answer, Secrets secrets)
      throws NodeException {
    if (answer.status() < 400 || settings.flag("neverError")) {
      return;
    }
    String wait = answer.header("retry-after");
    String said = beginning(answer, secrets);
    String message =
        call.method()
            + " "
            + Call.shown(answer.uri())
            + " answered "
            + answer.status()
            + (said.isEmpty() ? "" : ": " + said)
            + (wait.isEmpty() ? "" : " (try again after " + wait.strip() + ")");
    boolean parsed = settings.text("response").equals("json");
    throw new NodeException(message).telling(ToldError.answered(answer, parsed, secrets));
  }

  private static String beginning(Answer answer, Secrets secrets) throws NodeException {
    try {
      // Secrets go before the text is cut: half of one is found by nobody.
      String whole = secrets.blackOutBeginning(answer.text(SHOWN * 4));
      String text = whole.replaceAll("\\s+", " ").strip();
      return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    } catch (IOException e) {
      throw unreadable(answer, e);
    }
  }

  /** Sends the items of an answer on. */
  static void sendOn(
      NodeContext context, Parameters settings, Answer answer, Item item, long position)
      throws NodeException, InterruptedException {
    String field = settings.requiredText("textField");
    String wanted = settings.text("response");
    boolean full = settings.flag("full");
    try {
      switch (wanted.equals("auto") ? kind(answer) : wanted) {
        case "empty" -> add(context, answer, full, JsonObject.empty(), field, position);
        case "json" -> {
          Object value = json(answer);
          if (value instanceof JsonArray list && settings.flag("split")) {
            for (Object element : list) {
              add(context, answer, full, element, field, position);
            }
          } else {
            add(context, answer, full, value, field, position);
          }
        }
        case "text" -> {
          // Text is held in memory; the node's limit on answers applies.
          add(context, answer, full, answer.text(Integer.MAX_VALUE - 8), field, position);
        }
        default -> addFile(context, settings, answer, item, position);
      }
    } catch (IOException e) {
      throw unreadable(answer, e);
    }
  }

  static String kind(Answer answer) throws IOException {
    String type = answer.mimeType();
    if (answer.isEmpty()) {
      return "empty";
    }
    if (type.equals("application/json") || type.endsWith("+json") || type.equals("text/json")) {
      return "json";
    }
    return BINARY.matcher(type).lookingAt() ? "file" : "text";
  }

  private static @Nullable Object json(Answer answer) throws NodeException, IOException {
    if (answer.isEmpty()) {
      return JsonObject.empty();
    }
    try {
      return Json.parse(answer.open(), JsonLimits.DATA);
    } catch (JsonException e) {
      throw new NodeException(
          "The answer of " + Call.shown(answer.uri()) + " is no JSON: " + e.getMessage(), e);
    }
  }

  private static void add(
      NodeContext context,
      Answer answer,
      boolean full,
      @Nullable Object value,
      String field,
      long position)
      throws NodeException, InterruptedException {
    JsonObject json;
    if (full) {
      json = about(answer).with(value instanceof String ? field : "body", value);
    } else {
      json = value instanceof JsonObject object ? object : JsonObject.of(field, value);
    }
    context.output().add(Item.of(json).pairedTo(position, 0));
  }

  private static void addFile(
      NodeContext context, Parameters settings, Answer answer, Item item, long position)
      throws NodeException, IOException, InterruptedException {
    String name = FileNames.of(answer);
    String type = answer.mimeType().isEmpty() ? FileKinds.mimeType(name) : answer.mimeType();
    BinaryData file = context.binaries().store(name, type, answer.open());
    boolean keep = settings.text("fileItem").equals("keep");
    JsonObject json =
        settings.flag("full") ? about(answer) : keep ? item.json() : JsonObject.empty();
    if (!keep) {
      json = json.with("fileName", name).with("mimeType", type).with("size", file.size());
    }
    Map<String, BinaryData> files = new HashMap<>(keep ? item.binary() : Map.of());
    files.put(settings.requiredText("binaryProperty"), file);
    context.output().add(Item.of(json).withBinary(files).pairedTo(position, 0));
  }

  static JsonObject about(Answer answer) {
    JsonObject.Builder headers = JsonObject.builder();
    new TreeMap<>(answer.headers().map())
        .forEach((name, values) ->
            headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
    return JsonObject.builder()
        .put("statusCode", answer.status())
        .put("statusMessage", StatusMessages.of(answer.status()))
        .put("headers", headers.build())
        .build();
  }

  static NodeException unreadable(Answer answer, IOException cause) {
    return new NodeException(
        "The answer of " + Call.shown(answer.uri()) + " cannot be read: " + cause.getMessage(),
        cause);
  }
}
