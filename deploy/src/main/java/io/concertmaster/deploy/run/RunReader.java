package io.concertmaster.deploy.run;

import io.concertmaster.engine.Activation;
import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.ItemPage;
import io.concertmaster.engine.NodeState;
import io.concertmaster.engine.NodeView;
import io.concertmaster.engine.RunError;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunMode;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunSummary;
import io.concertmaster.engine.RunView;
import io.concertmaster.model.Workflow;
import io.concertmaster.node.data.BinaryData;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.Paired;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What a server says of runs, read into the engine's records. Each method throws {@link
 * IllegalArgumentException} where something that must be there is not, or is of a kind that this
 * program does not know.
 */
final class RunReader {
  private RunReader() {}

  static RunSummary summary(JsonObject json) {
    return new RunSummary(
        new RunId(number(json, "run")),
        text(json, "workflow"),
        text(json, "name"),
        RunStatus.valueOf(text(json, "status").toUpperCase(Locale.ROOT)),
        moment(text(json, "started")),
        maybe(json, "ended").map(RunReader::moment),
        error(json),
        Boolean.TRUE.equals(json.get("resumed")));
  }

  static RunView view(JsonObject json, Workflow workflow) {
    Map<String, NodeView> nodes = new LinkedHashMap<>();
    object(json, "nodes")
        .forEach((id, node) -> {
          List<Activation> activations =
              objects(node instanceof JsonObject one ? one.get("activations") : null).stream()
                  .map(RunReader::activation)
                  .toList();
          if (!activations.isEmpty()) {
            nodes.put(id, new NodeView(id, activations));
          }
        });
    Map<String, String> marks = texts(json, "customData");
    return new RunView(
        summary(json),
        workflow,
        text(json, "definition"),
        nodes,
        maybe(json, "lastNode"),
        maybe(json, "waitingUntil").map(RunReader::moment),
        answerTokens(json),
        maybe(json, "mode").flatMap(RunMode::of).orElse(RunMode.MANUAL),
        json.get("caller") instanceof Long caller
            ? Optional.of(new RunId(caller))
            : Optional.empty(),
        Optional.empty(),
        marks,
        Map.of(),
        objects(json.get("log")).stream()
            .map(line ->
                new RunView.LogLine(
                    moment(text(line, "at")), text(line, "node"), text(line, "text")))
            .toList());
  }

  private static Activation activation(JsonObject json) {
    JsonObject lists = object(json, "lists");
    List<ItemListRef> inputs = new ArrayList<>();
    JsonArray names = array(lists, "inputs");
    JsonArray sizes = array(json, "inputs");
    for (int i = 0; i < Math.min(names.size(), sizes.size()); i++) {
      inputs.add(
          new ItemListRef(
              String.valueOf(names.get(i)), sizes.get(i) instanceof Long size ? size : 0));
    }
    Map<String, ItemListRef> outputs = new LinkedHashMap<>();
    object(json, "outputs")
        .forEach((port, size) -> {
          if (size instanceof Long count) {
            outputs.put(port, new ItemListRef(text(object(lists, "outputs"), port), count));
          }
        });
    return new Activation(
        (int) number(json, "runIndex"),
        NodeState.valueOf(text(json, "state").toUpperCase(Locale.ROOT)),
        (int) number(json, "attempt"),
        moment(text(json, "started")),
        maybe(json, "ended").map(RunReader::moment),
        inputs,
        outputs,
        number(json, "progress"),
        error(json));
  }

  private static Optional<RunError> error(JsonObject json) {
    return json.get("error") instanceof JsonObject error
        ? Optional.of(
            new RunError(
                maybe(error, "node"),
                text(error, "message"),
                maybe(error, "property").orElse(""),
                error.get("item") instanceof Long item
                    ? OptionalLong.of(item)
                    : OptionalLong.empty()))
        : Optional.empty();
  }

  static ItemPage page(JsonObject json) {
    return new ItemPage(
        number(json, "from"),
        objects(json.get("items")).stream().map(RunReader::item).toList(),
        number(json, "total"));
  }

  /** An item; its files are told of, their bytes stay on the server. */
  private static Item item(JsonObject json) {
    Map<String, BinaryData> files = new LinkedHashMap<>();
    object(json, "binary")
        .forEach((name, value) -> {
          if (value instanceof JsonObject file) {
            files.put(
                name,
                new BinaryData(
                    "", text(file, "fileName"), text(file, "mimeType"), number(file, "size")));
          }
        });
    return new Item(
        object(json, "json"),
        files,
        objects(json.get("paired")).stream()
            .map(each -> new Paired(number(each, "item"), (int) number(each, "input")))
            .toList());
  }

  private static Instant moment(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("“" + text + "” is no moment", e);
    }
  }

  private static String text(JsonObject json, String name) {
    if (json.get(name) instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("“" + name + "” is missing");
  }

  private static Optional<String> maybe(JsonObject json, String name) {
    return json.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /** By node; a server that tells the first one only says not of which node it is. */
  private static Map<String, String> answerTokens(JsonObject json) {
    Map<String, String> tokens = texts(json, "answerTokens");
    return tokens.isEmpty()
        ? maybe(json, "answerToken")
            .map(token -> Map.of(maybe(json, "lastNode").orElse(""), token))
            .orElse(tokens)
        : tokens;
  }

  private static Map<String, String> texts(JsonObject json, String name) {
    Map<String, String> texts = new LinkedHashMap<>();
    object(json, name).forEach((key, value) -> texts.put(key, String.valueOf(value)));
    return texts;
  }

  private static long number(JsonObject json, String name) {
    if (json.get(name) instanceof Long number) {
      return number;
    }
    throw new IllegalArgumentException("“" + name + "” is missing");
  }

  private static JsonObject object(JsonObject json, String name) {
    return json.get(name) instanceof JsonObject object ? object : JsonObject.empty();
  }

  private static JsonArray array(JsonObject json, String name) {
    return json.get(name) instanceof JsonArray array ? array : JsonArray.empty();
  }

  static List<JsonObject> objects(@Nullable Object value) {
    return value instanceof JsonArray list
        ? list.stream().filter(JsonObject.class::isInstance).map(JsonObject.class::cast).toList()
        : List.of();
  }
}
