package io.concertmaster.n8n.read;

import io.concertmaster.model.edit.Slug;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Names and ids that no two nodes of a file share, found in one pass over files of any size. */
final class FreshNames {
  private static final String UNNAMED = "Node";

  private final Set<String> names = new HashSet<>();
  private final Set<String> ids = new HashSet<>();
  private final Map<String, Integer> next = new HashMap<>();

  /** Names that the file gives later on are not given away. */
  FreshNames(Set<String> given) {
    given.forEach(name -> next.put(" " + name, 1));
  }

  /** The given name, or with a number that makes it new. */
  String name(String given) {
    String base = given.isBlank() ? UNNAMED : given;
    String name = base;
    while (names.contains(name) || (!name.equals(given) && next.containsKey(" " + name))) {
      name = base + " " + next.merge(base, 1, Integer::sum);
    }
    names.add(name);
    next.putIfAbsent(base, 1);
    return name;
  }

  /** This id, unless a node has it already. */
  Optional<String> taking(String id) {
    return ids.add(id) ? Optional.of(id) : Optional.empty();
  }

  /** An id made from a name. */
  String id(String name) {
    String base = Slug.of(name, Set.of());
    String id = base;
    while (!ids.add(id)) {
      id = base + "-" + next.merge("-" + base, 1, (was, one) -> was + 1);
    }
    return id;
  }
}
