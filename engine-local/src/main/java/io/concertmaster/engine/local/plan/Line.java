package io.concertmaster.engine.local.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is under way and what is to come in a run whose branches work at the same time, in the order
 * in which it would go one after the other. Never changes; another line shares its end.
 */
public final class Line {
  /**
   * A place and those behind it.
   *
   * @param nodes of the places from here on, {@link Place.Past} apart
   * @param underWay how many activations are under way from here on
   * @param past whether a {@link Place.Past} stands here or behind
   */
  record Link(Place place, @Nullable Link next, Set<String> nodes, int underWay, boolean past) {
    static Link of(Place place, @Nullable Link next) {
      boolean isPast = place instanceof Place.Past;
      Set<String> behind = next == null ? Set.of() : next.nodes();
      return new Link(
          place,
          next,
          isPast || behind.contains(place.node()) ? behind : with(behind, place.node()),
          (next == null ? 0 : next.underWay()) + (place instanceof Place.UnderWay ? 1 : 0),
          isPast || (next != null && next.past()));
    }

    private static Set<String> with(Set<String> nodes, String node) {
      Set<String> more = new HashSet<>(nodes);
      more.add(node);
      return Set.copyOf(more);
    }
  }

  /** Nothing is under way, and nothing is to come. */
  static final Line EMPTY = new Line(null, 0);

  private final @Nullable Link front;
  private final int lanes;

  private Line(@Nullable Link front, int lanes) {
    this.front = front;
    this.lanes = lanes;
  }

  /** The highest number of a lane so far. */
  int lanes() {
    return lanes;
  }

  /** The place in front. */
  @Nullable Link front() {
    return front;
  }

  /** Whether nothing is under way or to come. */
  boolean isEmpty() {
    return front == null || front.nodes().isEmpty();
  }

  /** These places, and behind them what a line holds from a place on. */
  static Line of(List<Place> places, @Nullable Link rest, int lanes) {
    Link all = rest;
    for (Place place : places.reversed()) {
      if (!(place instanceof Place.Past) || all == null || !all.past()) {
        all = Link.of(place, all);
      }
    }
    return new Line(all, lanes);
  }

  /** This line with other places where an activation is under way. */
  Line replace(Phase.Active active, List<Place> places, int numbers) {
    List<Place> before = new ArrayList<>();
    Link at = front;
    while (at != null && !isOf(at.place(), active)) {
      before.add(at.place());
      at = at.next();
    }
    if (at == null) {
      throw new IllegalArgumentException(active + " is not in the line");
    }
    before.addAll(places);
    return of(before, at.next(), numbers);
  }

  private static boolean isOf(Place place, Phase.Active active) {
    return place instanceof Place.UnderWay(Phase.Active phase)
        && phase.task().is(active.task().node(), active.task().runIndex());
  }

  /** The activations under way, in the order in which they would go one after the other. */
  List<Phase.Active> active() {
    List<Phase.Active> found = new ArrayList<>();
    for (Link at = front; at != null && at.underWay() > 0; at = at.next()) {
      if (at.place() instanceof Place.UnderWay(Phase.Active phase)) {
        found.add(phase);
      }
    }
    return found;
  }

  /** The last activation that ended, had they run one after the other. */
  Optional<Place.Past> past() {
    for (Link at = front; at != null && at.past(); at = at.next()) {
      if (at.place() instanceof Place.Past past) {
        return Optional.of(past);
      }
    }
    return Optional.empty();
  }

  /** All places, in their order. */
  public List<Place> places() {
    List<Place> all = new ArrayList<>();
    for (Link at = front; at != null; at = at.next()) {
      all.add(at.place());
    }
    return all;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Line line && lanes == line.lanes && places().equals(line.places());
  }

  @Override
  public int hashCode() {
    return places().hashCode();
  }

  @Override
  public String toString() {
    return places().toString();
  }
}
