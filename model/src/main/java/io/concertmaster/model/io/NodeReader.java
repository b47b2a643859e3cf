package io.concertmaster.model.io;

import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.OnError;
import io.concertmaster.model.OnUncertain;
import io.concertmaster.model.Retry;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns the block of one node into its definition. */
final class NodeReader {
  private static final int LONGEST_TYPE = 200;

  private NodeReader() {}

  static NodeDefinition read(Fields block) throws WorkflowFileException {
    String type = block.requiredText("type", "\"flow.if\"");
    if (type.isBlank() || type.length() > LONGEST_TYPE) {
      throw Fields.must(block.at("type"), "be a node type such as \"flow.if\"", type);
    }
    int version = block.requiredInt("version", 1, Integer.MAX_VALUE, "1");
    String name = block.requiredText("name", "\"Over 10,000?\"");
    JsonObject parameters = block.objectOrEmpty("parameters");
    Map<String, String> credentials = credentials(block);
    OnError onError =
        block.choiceOr(
            "onError", OnError.STOP, OnError::id, "be \"stop\", \"continue\" or \"output\"");
    OnUncertain onUncertain =
        block.choiceOr(
            "onUncertain", OnUncertain.ASK, OnUncertain::id, "be \"ask\", \"retry\" or \"fail\"");
    JsonObject unknownOfRetry = JsonObject.empty();
    Optional<Retry> retry = Optional.empty();
    if (block.has("retry")) {
      Fields fields = Fields.of(block.get("retry"), block.at("retry"));
      retry = Optional.of(retry(fields, block.at("retry")));
      unknownOfRetry = fields.rest();
    }
    Optional<Duration> timeout = WorkflowReader.timeout(block);
    boolean executeOnce = block.flag("executeOnce");
    boolean alwaysOutput = block.flag("alwaysOutput");
    boolean disabled = block.flag("disabled");
    String note = block.textOr("note", "");
    Optional<List<Item>> pinned = Optional.empty();
    if (block.has("pinned")) {
      pinned = Optional.of(ItemReader.read(block.listOrEmpty("pinned"), block.at("pinned")));
    }
    JsonObject unknown = block.rest();
    return new NodeDefinition(
        type,
        version,
        name,
        parameters,
        credentials,
        onError,
        onUncertain,
        retry,
        timeout,
        executeOnce,
        alwaysOutput,
        disabled,
        pinned,
        note,
        unknownOfRetry.isEmpty() ? unknown : unknown.with(NodeWriter.RETRY, unknownOfRetry));
  }

  private static Map<String, String> credentials(Fields block) throws WorkflowFileException {
    Map<String, String> credentials = new LinkedHashMap<>();
    Place place = block.at("credentials");
    JsonObject object = block.objectOrEmpty("credentials");
    for (Map.Entry<String, @Nullable Object> entry : object.entrySet()) {
      if (!(entry.getValue() instanceof String stored)) {
        throw Fields.must(
            place.field(entry.getKey()), "be the name of a credential", entry.getValue());
      }
      credentials.put(entry.getKey(), stored);
    }
    return credentials;
  }

  private static Retry retry(Fields fields, Place place) throws WorkflowFileException {
    int tries = fields.requiredInt("tries", 2, 100, "3");
    Duration pause = fields.duration("wait").orElse(Duration.ZERO);
    double backoff = fields.numberOr("backoff", 1);
    try {
      return new Retry(tries, pause, backoff);
    } catch (IllegalArgumentException e) {
      throw place.wrong(String.valueOf(e.getMessage()));
    }
  }
}
