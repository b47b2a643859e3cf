package io.concertmaster.node.testkit;

import io.concertmaster.node.NodeException;
import io.concertmaster.node.RunData;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What outlives a run, in memory, from one {@link NodeRun} to the next. */
final class MemoryRunData implements RunData {
  private final Map<Owner, JsonObject> kept = new EnumMap<>(Owner.class);
  private final Map<String, String> custom = new LinkedHashMap<>();

  @Override
  public JsonObject staticData(Owner owner) {
    return kept.getOrDefault(owner, JsonObject.empty());
  }

  @Override
  public void staticData(Owner owner, JsonObject changed) throws NodeException {
    if (Json.write(changed).length() > LIMIT) {
      throw new NodeException("more than " + LIMIT + " characters cannot be kept");
    }
    kept.put(owner, changed);
  }

  @Override
  public Map<String, String> customData() {
    return Collections.unmodifiableMap(custom);
  }

  @Override
  public void customData(String name, String value) {
    custom.put(name, value);
  }
}
