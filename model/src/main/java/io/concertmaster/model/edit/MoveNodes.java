package io.concertmaster.model.edit;

import io.concertmaster.model.Placement;
import io.concertmaster.model.Workflow;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Nodes get places on the canvas, or sizes where they have one of their own.
 *
 * @param places the new places by node id
 */
public record MoveNodes(Map<String, Placement> places) implements Edit {
  public MoveNodes {
    places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
  }

  /** A note or frame gets a place and a size. */
  public static MoveNodes resize(String id, Placement place) {
    return new MoveNodes(Map.of(id, place));
  }

  @Override
  public Workflow apply(Workflow before) {
    places.keySet().forEach(id -> Edit.node(before, id));
    Map<String, Placement> layout = new LinkedHashMap<>(before.layout());
    layout.putAll(places);
    return Parts.withLayout(before, layout);
  }

  @Override
  public String label() {
    return "Move " + Count.nodes(places.size());
  }
}
