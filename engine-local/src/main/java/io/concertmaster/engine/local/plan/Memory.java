package io.concertmaster.engine.local.plan;

import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a node keeps in a run, as its activations left it. Every list that was ever kept has a
 * number, from 0, so that items which came from it can say so: it counts as one more input of the
 * node, after those that it has.
 */
public final class Memory {
  private JsonObject values = JsonObject.empty();
  private final Map<String, List<Integer>> lists = new HashMap<>();
  private final List<Input> parts = new ArrayList<>();

  void apply(Traces traces) {
    traces.memory().ifPresent(changed -> values = changed);
    for (Traces.Kept kept : traces.kept()) {
      List<Integer> list = lists.computeIfAbsent(kept.list(), name -> new ArrayList<>());
      if (kept.replaces()) {
        list.clear();
      }
      for (Input part : kept.parts()) {
        list.add(parts.size());
        parts.add(part);
      }
    }
  }

  /** The node's values. */
  public JsonObject values() {
    return values;
  }

  /** The numbers of what a list is made of, in order; nothing where there is no such list. */
  public List<Integer> list(String name) {
    return List.copyOf(lists.getOrDefault(name, List.of()));
  }

  /** How many lists were ever kept. */
  public int size() {
    return parts.size();
  }

  /** The kept list of a number. */
  public Input part(int number) {
    return parts.get(number);
  }
}
