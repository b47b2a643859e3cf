package io.concertmaster.hosted.hook;

import io.concertmaster.engine.Engine;
import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.NodeView;
import io.concertmaster.engine.RunEvent;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunView;
import io.concertmaster.hosted.file.HandedFile;
import io.concertmaster.node.data.BinaryData;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonException;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The answers to callers, by what the trigger's settings and the workflow say. */
final class HookReplies {
  /** So many items go into one answer. */
  private static final int MOST = 10_000;

  /** Headers of the connection itself: a workflow has no say in them. */
  private static final Set<String> OURS =
      Set.of(
          "connection",
          "content-length",
          "date",
          "keep-alive",
          "server",
          "transfer-encoding",
          "upgrade",
          "trailer",
          "te");

  private final Engine engine;

  HookReplies(Engine engine) {
    this.engine = engine;
  }

  /** The answer to a call whose run began. */
  HookAnswer atOnce(JsonObject settings) {
    int status = status(settings.get("status"), 200);
    return settings.get("text") instanceof String text && !text.isEmpty()
        ? HookAnswer.text(status, text)
        : HookAnswer.json(status, JsonObject.of("message", "Workflow was started"));
  }

  /** The answer when the run has ended. */
  HookAnswer ofEnd(RunId run, JsonObject settings, RunOutcomes.Outcome outcome)
      throws EngineException {
    if (outcome.ended().orElse(RunStatus.FAILED) != RunStatus.SUCCEEDED) {
      return failed();
    }
    int status = status(settings.get("status"), 200);
    String data = String.valueOf(settings.getOrDefault("data", "firstEntryJson"));
    if (data.equals("noData")) {
      return HookAnswer.empty(status);
    }
    List<Item> items = lastItems(run);
    if (data.equals("firstEntryBinary")) {
      return file(status, items, "");
    }
    return data.equals("allEntries")
        ? HookAnswer.json(status, records(items))
        : items.isEmpty()
            ? HookAnswer.json(status, JsonObject.empty())
            : HookAnswer.json(status, items.getFirst().json());
  }

  private List<Item> lastItems(RunId run) throws EngineException {
    Optional<RunView> view = engine.run(run);
    Optional<NodeView> last =
        view.flatMap(
            each -> each.lastNode().flatMap(node -> Optional.ofNullable(each.nodes().get(node))));
    if (last.isEmpty()) {
      return List.of();
    }
    for (ItemListRef list : last.get().last().outputs().values()) {
      if (list.size() > 0) {
        return engine.items(list, 0, MOST).items();
      }
    }
    return List.of();
  }

  /** The answer that a node gave. */
  HookAnswer ofNode(RunId run, RunOutcomes.Outcome outcome) throws EngineException {
    if (outcome.response().isEmpty()) {
      return outcome.ended().orElse(RunStatus.FAILED) == RunStatus.SUCCEEDED
          ? HookAnswer.problem(
              500, "No answer", "the run ended, and no node “Respond to webhook” was reached")
          : failed();
    }
    RunEvent.NodeTold told = outcome.response().get();
    JsonObject said = told.told();
    HookAnswer answer =
        switch (String.valueOf(said.get("with"))) {
          case "json" -> json(said.get("body"));
          case "text" -> HookAnswer.text(200, String.valueOf(said.getOrDefault("body", "")));
          case "redirect" -> redirect(String.valueOf(said.get("address")));
          case "binary" ->
              file(
                  200,
                  items(told.outputs(), 1),
                  said.get("file") instanceof String name ? name.strip() : "");
          case "noData" -> HookAnswer.empty(200);
          case "allIncomingItems" -> wrapped(said, records(items(told.outputs(), MOST)));
          case "firstIncomingItem" -> {
            List<Item> items = items(told.outputs(), 1);
            yield wrapped(said, items.isEmpty() ? JsonObject.empty() : items.getFirst().json());
          }
          default ->
              HookAnswer.problem(
                  500, "No answer", "answers with “" + said.get("with") + "” are not given here");
        };
    return headed(answer.withStatus(status(said.get("status"), answer.status())), said);
  }

  private List<Item> items(Map<String, ItemListRef> outputs, int limit) throws EngineException {
    ItemListRef list = outputs.get("main");
    return list == null || list.size() == 0 ? List.of() : engine.items(list, 0, limit).items();
  }

  /**
   * A file of the first item.
   *
   * @param name under which it travels; the first one where empty
   */
  private HookAnswer file(int status, List<Item> items, String name) throws EngineException {
    Map<String, BinaryData> files = items.isEmpty() ? Map.of() : items.getFirst().binary();
    Optional<BinaryData> file =
        name.isEmpty() ? files.values().stream().findFirst() : Optional.ofNullable(files.get(name));
    if (file.isEmpty()) {
      return HookAnswer.problem(
          500,
          "No answer",
          "the first item has no file"
              + (name.isEmpty() ? "" : " “" + name + "”")
              + (files.isEmpty() ? "" : ", but " + String.join(", ", files.keySet())));
    }
    return HookAnswer.file(status, new HandedFile(file.get(), engine.open(file.get())));
  }

  private static HookAnswer json(@Nullable Object body) {
    if (body instanceof String text) {
      try {
        return HookAnswer.json(200, Json.parse(text));
      } catch (JsonException e) {
        return HookAnswer.problem(
            500, "No answer", "the answer of the workflow is no JSON: " + e.getMessage());
      }
    }
    return HookAnswer.json(200, body);
  }

  private static HookAnswer redirect(String address) {
    boolean plain =
        (address.startsWith("https://") || address.startsWith("http://") || address.startsWith("/"))
            && address.chars().noneMatch(c -> c <= ' ' || c == 0x7F);
    return plain
        ? HookAnswer.empty(307).with("Location", address)
        : HookAnswer.problem(500, "No answer", "the workflow leads to what is no web address");
  }

  private static HookAnswer wrapped(JsonObject said, Object value) {
    return HookAnswer.json(
        200,
        said.get("wrap") instanceof String field && !field.isBlank()
            ? JsonObject.of(field, value)
            : value);
  }

  private static HookAnswer headed(HookAnswer answer, JsonObject said) {
    HookAnswer with = answer;
    if (said.get("headers") instanceof JsonArray headers) {
      for (Object each : headers) {
        if (each instanceof JsonObject header
            && header.get("name") instanceof String name
            && name.matches("[A-Za-z0-9-]{1,100}")
            && !OURS.contains(name.toLowerCase(java.util.Locale.ROOT))) {
          String value = String.valueOf(header.getOrDefault("value", ""));
          with = with.with(name, value.replaceAll("[\\p{Cntrl}]", " "));
        }
      }
    }
    return with;
  }

  private static HookAnswer failed() {
    return HookAnswer.problem(
        500, "Error in workflow", "the run failed; its list of runs tells why");
  }

  private static JsonArray records(List<Item> items) {
    return JsonArray.copyOf(items.stream().map(Item::json).toList());
  }

  private static int status(@Nullable Object status, int otherwise) {
    return status instanceof Number number && number.intValue() >= 200 && number.intValue() <= 599
        ? number.intValue()
        : otherwise;
  }
}
