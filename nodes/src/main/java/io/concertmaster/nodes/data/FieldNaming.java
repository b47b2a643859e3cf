package io.concertmaster.nodes.data;

import io.concertmaster.node.NodeException;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.data.FieldPath;
import java.util.List;

/**
 * How a node reads the names of fields in its settings.
 *
 * @param dots whether dots lead into fields; otherwise they are part of a name
 */
record FieldNaming(boolean dots) {
  private static final String SETTING = "dots";

  /** The setting. */
  static Property property() {
    return Property.of(SETTING, "Dots lead into fields", PropertyKind.flag())
        .help("Off: a dot is a letter of a name like any other.")
        .defaultsTo(true)
        .literalOnly();
  }

  /** What the settings say. */
  static FieldNaming of(Parameters settings) throws NodeException {
    return new FieldNaming(settings.flag(SETTING));
  }

  /** The field of a name. */
  FieldPath path(String name) {
    return dots ? FieldPath.of(name) : FieldPath.ofName(name);
  }

  /** The fields of some names. */
  List<FieldPath> paths(List<String> names) {
    return names.stream().map(this::path).toList();
  }
}
