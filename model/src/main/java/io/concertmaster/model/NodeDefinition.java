package io.concertmaster.model;

import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A node as the file says it.
 *
 * @param type the node type's id, such as {@code flow.if}; may be unknown here
 * @param version the node type's version, from 1
 * @param name what people call it; expressions speak of it by this name
 * @param parameters values and expressions by property name
 * @param credentials names of stored credentials by the slot they fill
 * @param onError what happens when it fails
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
    return new NodeDefinition(
        type,
        version,
        changed,
        parameters,
        credentials,
        onError,
        retry,
        timeout,
        executeOnce,
        alwaysOutput,
        disabled,
        pinned,
        note,
        unknown);
  }

  public NodeDefinition withParameters(JsonObject changed) {
    return new NodeDefinition(
        type,
        version,
        name,
        changed,
        credentials,
        onError,
        retry,
        timeout,
        executeOnce,
        alwaysOutput,
        disabled,
        pinned,
        note,
        unknown);
  }

  public NodeDefinition withOnError(OnError changed) {
    return new NodeDefinition(
        type,
        version,
        name,
        parameters,
        credentials,
        changed,
        retry,
        timeout,
        executeOnce,
        alwaysOutput,
        disabled,
        pinned,
        note,
        unknown);
  }

  public NodeDefinition withRetry(Optional<Retry> changed) {
    return new NodeDefinition(
        type,
        version,
        name,
        parameters,
        credentials,
        onError,
        changed,
        timeout,
        executeOnce,
        alwaysOutput,
        disabled,
        pinned,
        note,
        unknown);
  }

  public NodeDefinition withTimeout(Optional<Duration> changed) {
    return new NodeDefinition(
        type,
        version,
        name,
        parameters,
        credentials,
        onError,
        retry,
        changed,
        executeOnce,
        alwaysOutput,
        disabled,
        pinned,
        note,
        unknown);
  }

  public NodeDefinition withExecuteOnce(boolean changed) {
    return new NodeDefinition(
        type,
        version,
        name,
        parameters,
        credentials,
        onError,
        retry,
        timeout,
        changed,
        alwaysOutput,
        disabled,
        pinned,
        note,
        unknown);
  }

  public NodeDefinition withAlwaysOutput(boolean changed) {
    return new NodeDefinition(
        type,
        version,
        name,
        parameters,
        credentials,
        onError,
        retry,
        timeout,
        executeOnce,
        changed,
        disabled,
        pinned,
        note,
        unknown);
  }

  public NodeDefinition withDisabled(boolean changed) {
    return new NodeDefinition(
        type,
        version,
        name,
        parameters,
        credentials,
        onError,
        retry,
        timeout,
        executeOnce,
        alwaysOutput,
        changed,
        pinned,
        note,
        unknown);
  }

  public NodeDefinition withPinned(Optional<List<Item>> changed) {
    return new NodeDefinition(
        type,
        version,
        name,
        parameters,
        credentials,
        onError,
        retry,
        timeout,
        executeOnce,
        alwaysOutput,
        disabled,
        changed,
        note,
        unknown);
  }

  public NodeDefinition withNote(String changed) {
    return new NodeDefinition(
        type,
        version,
        name,
        parameters,
        credentials,
        onError,
        retry,
        timeout,
        executeOnce,
        alwaysOutput,
        disabled,
        pinned,
        changed,
        unknown);
  }
}
