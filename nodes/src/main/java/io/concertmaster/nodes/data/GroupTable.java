package io.concertmaster.nodes.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Groups by the values that make them, in the order in which they were put in. Finding a group
 * makes no object: there is a look for each item, and but few groups.
 */
final class GroupTable {
  private static final int SMALLEST = 64;

  private final List<Group> groups = new ArrayList<>();

  /** Open addressing with a step of one; at least half of the places are free. */
  private @Nullable Group[] places = new Group[SMALLEST];

  /** The group of some values; {@code null} where there is none. */
  @Nullable Group find(@Nullable Object[] values) {
    int hash = hash(values);
    int place = hash & places.length - 1;
    for (Group group = places[place]; group != null; group = places[place]) {
      if (group.hash() == hash && group.isOf(values)) {
        return group;
      }
      place = place + 1 & places.length - 1;
    }
    return null;
  }

  /** Puts in a group that is not there. */
  void add(Group group) {
    groups.add(group);
    if (groups.size() * 2 > places.length) {
      places = new Group[places.length * 2];
      groups.forEach(this::place);
    } else {
      place(group);
    }
  }

  private void place(Group group) {
    int place = group.hash() & places.length - 1;
    while (places[place] != null) {
      place = place + 1 & places.length - 1;
    }
    places[place] = group;
  }

  List<Group> groups() {
    return groups;
  }

  void clear() {
    groups.clear();
    places = new Group[SMALLEST];
  }

  /** A hash whose low bits differ. */
  static int hash(@Nullable Object[] values) {
    int hash = 0;
    for (Object value : values) {
      hash = (hash + Objects.hashCode(value)) * 0x9E3779B9;
    }
    return hash ^ hash >>> 15;
  }
}
