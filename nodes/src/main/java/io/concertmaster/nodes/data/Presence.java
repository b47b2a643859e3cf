package io.concertmaster.nodes.data;

import io.concertmaster.node.NodeException;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.data.FieldPath;
import io.concertmaster.node.data.JsonObject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Watches whether fields are in any item at all: a name in the settings may be misspelt. */
final class Presence {
  private final Set<FieldPath> unseen;

  private Presence(List<FieldPath> fields) {
    unseen = new LinkedHashSet<>(fields);
  }

  /** A watch on fields where the setting {@code mustExist} is on; on none otherwise. */
  static Presence of(Parameters settings, List<FieldPath> fields) throws NodeException {
    return new Presence(settings.flag("mustExist") ? fields : List.of());
  }

  /** Looks at one item's record. */
  void see(JsonObject record) {
    if (!unseen.isEmpty()) {
      unseen.removeIf(field -> field.isIn(record));
    }
  }

  /**
   * Says which field none of the items had.
   *
   * @throws NodeException when there is one
   */
  void complain() throws NodeException {
    for (FieldPath field : unseen) {
      throw new NodeException(
          "No item has a field “" + field.text() + "”: check the name in the node's settings");
    }
  }
}
