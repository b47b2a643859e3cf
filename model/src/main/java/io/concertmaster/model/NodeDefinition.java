package io.concertmaster.model;

import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A node as the file says it.
 *
 * @param type the node type's id, such as {@code flow.if}; may be unknown here
 * @param version the node type's version, from 1
 * @param name what people call it; expressions speak of it by this name
 * @param parameters values and expressions by property name
 * @param credentials names of stored credentials by the slot they fill
 * @param onError what happens when it fails
 * @param onUncertain what happens when a crash cuts it short and it must not happen twice
 * @param retry whether and how it tries again; empty for once only
 * @param timeout the longest that one try may take; empty for no limit
 * @param executeOnce whether only the first item of each input counts
 * @param alwaysOutput whether it sends one empty item where it would send none
 * @param disabled whether items pass it by unchanged
 * @param pinned items that stand in for what its first output would send; empty for none
 * @param note what people wrote about it; may be empty
 * @param unknown keys of the node's block that this version does not know, kept for writing
 */
public record NodeDefinition(
    String type,
    int version,
    String name,
    JsonObject parameters,
    Map<String, String> credentials,
    OnError onError,
    OnUncertain onUncertain,
    Optional<Retry> retry,
    Optional<Duration> timeout,
    boolean executeOnce,
    boolean alwaysOutput,
    boolean disabled,
    Optional<List<Item>> pinned,
    String note,
    JsonObject unknown) {
  public NodeDefinition {
    credentials = Collections.unmodifiableMap(new LinkedHashMap<>(credentials));
    pinned = pinned.map(List::copyOf);
  }

  /** A node with nothing set. */
  public static NodeDefinition of(String type, int version, String name) {
    return new NodeDefinition(
        type,
        version,
        name,
        JsonObject.empty(),
        Map.of(),
        OnError.STOP,
        OnUncertain.ASK,
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        false,
        Optional.empty(),
        "",
        JsonObject.empty());
  }

  public NodeDefinition withName(String changed) {
    return with(parts -> parts.name = changed);
  }

  public NodeDefinition withParameters(JsonObject changed) {
    return with(parts -> parts.parameters = changed);
  }

  public NodeDefinition withCredentials(Map<String, String> changed) {
    return with(parts -> parts.credentials = changed);
  }

  public NodeDefinition withOnError(OnError changed) {
    return with(parts -> parts.onError = changed);
  }

  public NodeDefinition withOnUncertain(OnUncertain changed) {
    return with(parts -> parts.onUncertain = changed);
  }

  public NodeDefinition withRetry(Optional<Retry> changed) {
    return with(parts -> parts.retry = changed);
  }

  public NodeDefinition withTimeout(Optional<Duration> changed) {
    return with(parts -> parts.timeout = changed);
  }

  public NodeDefinition withExecuteOnce(boolean changed) {
    return with(parts -> parts.executeOnce = changed);
  }

  public NodeDefinition withAlwaysOutput(boolean changed) {
    return with(parts -> parts.alwaysOutput = changed);
  }

  public NodeDefinition withDisabled(boolean changed) {
    return with(parts -> parts.disabled = changed);
  }

  public NodeDefinition withPinned(Optional<List<Item>> changed) {
    return with(parts -> parts.pinned = changed);
  }

  public NodeDefinition withNote(String changed) {
    return with(parts -> parts.note = changed);
  }

  private NodeDefinition with(Consumer<Parts> change) {
    Parts parts = new Parts(this);
    change.accept(parts);
    return parts.whole(this);
  }

  /**
   * The parts that can be changed one by one, so that a record of so many is copied in one place.
   */
  private static final class Parts {
    private String name;
    private JsonObject parameters;
    private Map<String, String> credentials;
    private OnError onError;
    private OnUncertain onUncertain;
    private Optional<Retry> retry;
    private Optional<Duration> timeout;
    private boolean executeOnce;
    private boolean alwaysOutput;
    private boolean disabled;
    private Optional<List<Item>> pinned;
    private String note;

    private Parts(NodeDefinition node) {
      name = node.name;
      parameters = node.parameters;
      credentials = node.credentials;
      onError = node.onError;
      onUncertain = node.onUncertain;
      retry = node.retry;
      timeout = node.timeout;
      executeOnce = node.executeOnce;
      alwaysOutput = node.alwaysOutput;
      disabled = node.disabled;
      pinned = node.pinned;
      note = node.note;
    }

    private NodeDefinition whole(NodeDefinition node) {
      return new NodeDefinition(
          node.type,
          node.version,
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
          node.unknown);
    }
  }
}
