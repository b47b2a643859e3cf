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
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns answers into items. */
final class Answers {
  private static final int SHOWN = 200;

  private Answers() {}

  /** Fails on a status from 400 on, unless the settings take any. */
  static void demandGoodStatus(Parameters settings, Call call, Answer answer) throws NodeException {
    if (answer.status() < 400 || settings.flag("neverError")) {
      return;
    }
    String wait = answer.header("retry-after");
    String said = beginning(answer);
    throw new NodeException(
        call.method()
            + " "
            + Call.shown(answer.uri())
            + " answered "
            + answer.status()
            + (said.isEmpty() ? "" : ": " + said)
            + (wait.isEmpty() ? "" : " (try again after " + wait.strip() + ")"));
  }

  private static String beginning(Answer answer) throws NodeException {
    try {
      String text = answer.text(SHOWN * 4).replaceAll("\\s+", " ").strip();
      return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    } catch (IOException e) {
      throw unreadable(answer, e);
    }
  }

  /** Sends the items of an answer on. */
  static void sendOn(NodeContext context, Parameters settings, Answer answer, long position)
      throws NodeException, InterruptedException {
    String wanted = settings.text("response");
    boolean full = settings.flag("full");
    try {
      switch (wanted.equals("auto") ? kind(answer) : wanted) {
        case "empty" -> add(context, answer, full, JsonObject.empty(), position);
        case "json" -> {
          Object value = json(answer);
          if (value instanceof JsonArray list && settings.flag("split")) {
            for (Object element : list) {
              add(context, answer, full, element, position);
            }
          } else {
            add(context, answer, full, value, position);
          }
        }
        case "text" -> {
          // Text is held in memory; the node's limit on answers applies.
          add(context, answer, full, answer.text(Integer.MAX_VALUE - 8), position);
        }
        default -> addFile(context, settings, answer, position);
      }
    } catch (IOException e) {
      throw unreadable(answer, e);
    }
  }

  private static String kind(Answer answer) throws IOException {
    String type = answer.mimeType();
    if (answer.isEmpty()) {
      return "empty";
    }
    if (type.equals("application/json") || type.endsWith("+json") || type.equals("text/json")) {
      return "json";
    }
    boolean text =
        (type.startsWith("text/") && !type.equals("text/csv"))
            || type.equals("application/xml")
            || (type.endsWith("+xml") && !type.startsWith("image/"))
            || type.equals("application/javascript");
    return text ? "text" : "file";
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
      NodeContext context, Answer answer, boolean full, @Nullable Object value, long position)
      throws NodeException, InterruptedException {
    JsonObject json;
    if (full) {
      json = about(answer).with("body", value);
    } else {
      json = value instanceof JsonObject object ? object : JsonObject.of("data", value);
    }
    context.output().add(Item.of(json).pairedTo(position, 0));
  }

  private static void addFile(
      NodeContext context, Parameters settings, Answer answer, long position)
      throws NodeException, IOException, InterruptedException {
    String name = FileNames.of(answer);
    String type = answer.mimeType().isEmpty() ? FileKinds.mimeType(name) : answer.mimeType();
    BinaryData file = context.binaries().store(name, type, answer.open());
    JsonObject json = settings.flag("full") ? about(answer) : JsonObject.empty();
    json = json.with("fileName", name).with("mimeType", type).with("size", file.size());
    context
        .output()
        .add(
            Item.of(json)
                .withBinary(Map.of(settings.requiredText("binaryProperty"), file))
                .pairedTo(position, 0));
  }

  private static JsonObject about(Answer answer) {
    JsonObject.Builder headers = JsonObject.builder();
    new TreeMap<>(answer.headers().map())
        .forEach((name, values) ->
            headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
    return JsonObject.of("statusCode", answer.status(), "headers", headers.build());
  }

  private static NodeException unreadable(Answer answer, IOException cause) {
    return new NodeException(
        "The answer of " + Call.shown(answer.uri()) + " cannot be read: " + cause.getMessage(),
        cause);
  }
}
