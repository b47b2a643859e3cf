package io.concertmaster.n8n.place;

import io.concertmaster.model.Placement;
import io.concertmaster.n8n.mapping.ForeignNode;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How places on n8n's canvas become places on ours, and back. n8n's nodes are squares with the name
 * below, ours are wider and lower cards with the name inside: the canvas is stretched just where a
 * card needs room, so that the order of nodes, their distances and what lies in a note stay.
 */
public final class CanvasPlaces {
  /** The side of n8n's square. */
  private static final double SQUARE = 96;

  /** The width of our card. */
  private static final double CARD_WIDTH = 176;

  /** The height of our card, and what it needs for each port beyond the second. */
  private static final double CARD_HEIGHT = 58;

  private static final double PORT_PITCH = 22;

  /** How far the card's upper edge lies below that of the square: their middles are level. */
  private static final double DOWN = (SQUARE - CARD_HEIGHT) / 2;

  private final Stretch across;
  private final Stretch down;

  private CanvasPlaces(Stretch across, Stretch down) {
    this.across = across;
    this.down = down;
  }

  /**
   * A node and what decides about its size.
   *
   * @param ports the larger number of ports on one side, those without items apart
   */
  public record Sized(ForeignNode node, int ports) {}

  /** Those of a file with these nodes. */
  public static CanvasPlaces of(List<Sized> nodes) {
    List<Stretch.Part> across = new ArrayList<>();
    List<Stretch.Part> down = new ArrayList<>();
    for (Sized sized : nodes) {
      Optional<ForeignPlace> found = ForeignPlace.of(sized.node());
      if (found.isPresent()) {
        ForeignPlace place = found.get();
        if (place.isNote()) {
          across.add(new Stretch.Part(place.x(), place.x() + place.width(), 0));
          down.add(new Stretch.Part(place.y(), place.y() + place.height(), 0));
        } else {
          double height = Math.max(CARD_HEIGHT, sized.ports() * PORT_PITCH);
          across.add(new Stretch.Part(place.x(), place.x() + SQUARE, CARD_WIDTH));
          down.add(new Stretch.Part(place.y(), place.y() + SQUARE, height + 2 * DOWN));
        }
      }
    }
    return new CanvasPlaces(Stretch.of(across), Stretch.of(down));
  }

  /** Where a node stands here; empty where its file does not say where it stands. */
  public Optional<Placement> of(ForeignNode node) {
    return ForeignPlace.of(node)
        .map(place -> {
          double x = across.to(place.x());
          double y = down.to(place.y());
          return place.isNote()
              ? new Placement(
                  x,
                  y,
                  across.to(place.x() + place.width()) - x,
                  down.to(place.y() + place.height()) - y)
              : Placement.at(x, y + DOWN);
        });
  }

  /** Where a node stands there, in whole units; a note has its size. */
  public Placement back(Placement place, boolean note) {
    double x = across.back(place.x());
    double y = down.back(note ? place.y() : place.y() - DOWN);
    double width = across.back(place.x() + place.width()) - x;
    double height = down.back(place.y() + place.height()) - y;
    return note
        ? new Placement(Math.rint(x), Math.rint(y), Math.rint(width), Math.rint(height))
        : Placement.at(Math.rint(x), Math.rint(y));
  }

  /** As a workflow keeps it. */
  public JsonObject toJson() {
    return JsonObject.of("across", across.toJson(), "down", down.toJson());
  }

  /** What {@link #toJson} made; nothing is moved where it is something else. */
  public static CanvasPlaces ofJson(JsonObject json) {
    return new CanvasPlaces(Stretch.ofJson(json.get("across")), Stretch.ofJson(json.get("down")));
  }
}
