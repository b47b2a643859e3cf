package io.concertmaster.nodes.data;

import io.concertmaster.node.NodeException;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.data.FieldPath;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.Paired;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands for two items that belong together and differ.
 *
 * @param kind which it is
 * @param except fields that a mix takes from the other side
 */
record Resolution(Kind kind, List<FieldPath> except, Differences differences) {
  /** What the item is. */
  enum Kind {
    A,
    B,
    MIX_OF_A,
    MIX_OF_B,
    BOTH
  }

  static Resolution of(Parameters settings, Differences differences) throws NodeException {
    Kind kind =
        switch (settings.text("different")) {
          case "both" -> Kind.BOTH;
          case "preferA" -> Kind.A;
          case "preferB" -> Kind.B;
          case "mix" -> settings.text("mixFrom").equals("b") ? Kind.MIX_OF_B : Kind.MIX_OF_A;
          case String other ->
              throw new NodeException("“" + other + "” is not a way to show a difference")
                  .atProperty("different");
        };
    boolean dots = settings.flag("dotNotation");
    return new Resolution(
        kind,
        settings.texts("mixExcept").stream()
            .map(name -> dots ? FieldPath.of(name) : FieldPath.ofName(name))
            .toList(),
        differences);
  }

  Item of(Item first, Item second) {
    return switch (kind) {
      case A -> first;
      case B -> second;
      case MIX_OF_A -> mixed(first, second);
      case MIX_OF_B -> mixed(second, first);
      case BOTH -> {
        List<Paired> ancestors = new ArrayList<>(first.paired());
        ancestors.addAll(second.paired());
        yield Item.of(differences.of(first.json(), second.json())).pairedTo(ancestors);
      }
    };
  }

  private Item mixed(Item base, Item other) {
    JsonObject record = base.json();
    for (FieldPath field : except) {
      if (field.isIn(other.json())) {
        record = field.set(record, field.get(other.json()));
      }
    }
    return base.withJson(record);
  }
}
