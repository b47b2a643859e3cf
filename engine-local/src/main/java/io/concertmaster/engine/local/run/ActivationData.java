package io.concertmaster.engine.local.run;

import io.concertmaster.engine.local.plan.Traces;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.RunData;
import io.concertmaster.node.data.JsonObject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What outlives the run and what marks it, as one try of an activation sees and changes it. */
final class ActivationData implements RunData {
  private static final int MARKS = 10;
  private static final int NAME = 50;
  private static final int VALUE = 512;

  /** What holds so far. */
  interface Before {
    JsonObject staticData(Owner owner);

    Map<String, String> customData();
  }

  private final Before before;
  private final Map<String, JsonObject> changed = new LinkedHashMap<>();
  private final Map<String, String> marks = new LinkedHashMap<>();

  ActivationData(Before before) {
    this.before = before;
  }

  /** What changed, by owner as the journal names it. */
  Map<String, JsonObject> changedData() {
    return changed;
  }

  /** The marks that were set. */
  Map<String, String> changedMarks() {
    return marks;
  }

  private static String key(Owner owner) {
    return owner == Owner.WORKFLOW ? Traces.WORKFLOW : Traces.NODE;
  }

  @Override
  public JsonObject staticData(Owner owner) {
    JsonObject mine = changed.get(key(owner));
    return mine == null ? before.staticData(owner) : mine;
  }

  @Override
  public void staticData(Owner owner, JsonObject values) throws NodeException {
    changed.put(key(owner), Sizes.checked(values, LIMIT, "a workflow keeps from run to run"));
  }

  @Override
  public Map<String, String> customData() {
    Map<String, String> all = new LinkedHashMap<>(before.customData());
    all.putAll(marks);
    return Collections.unmodifiableMap(all);
  }

  @Override
  public void customData(String name, String value) {
    String key = cut(Objects.requireNonNull(name), NAME);
    Map<String, String> all = customData();
    if (all.containsKey(key) || all.size() < MARKS) {
      marks.put(key, cut(value, VALUE));
    }
  }

  private static String cut(String text, int length) {
    return text.length() > length ? text.substring(0, length) : text;
  }
}
