package io.concertmaster.nodes.data;

import io.concertmaster.node.EachItem;
import io.concertmaster.node.Family;
import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.data.FieldPath;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;

/** Gives fields other names. */
public final class RenameFields implements NodeType {
  private static final NodeDescriptor DESCRIPTOR =
      NodeDescriptor.of("data.renameFields", "Rename fields")
          .summary("Gives fields other names")
          .family(Family.DATA)
          .icon("mdoal-edit_attributes")
          .keywords("rename", "keys", "columns", "headings", "name", "map")
          .property(
              Property.of(
                      "names",
                      "Fields",
                      PropertyKind.entries(
                          "field",
                          Property.of("field", "Field", new PropertyKind.FieldName())
                              .help("Dots lead into fields.")
                              .mandatory(),
                          Property.of("as", "New name", new PropertyKind.FieldName())
                              .help("Dots lead into fields; empty: the field stays.")))
                  .help("Renamed one after the other."))
          .property(
              Property.of(
                      "patterns",
                      "Patterns",
                      PropertyKind.entries(
                          "pattern",
                          Property.of("find", "Find", PropertyKind.text("^old_"))
                              .help("A regular expression that a name contains.")
                              .mandatory(),
                          Property.of("replace", "Replace with", PropertyKind.text())
                              .help("$1 stands for the first group of the expression."),
                          Property.of("ignoreCase", "Ignore case", PropertyKind.flag())
                              .help("Upper and lower case are alike.")
                              .defaultsTo(false),
                          Property.of("everywhere", "Everywhere", PropertyKind.flag())
                              .help("Every place of a name, not the first only.")
                              .defaultsTo(true),
                          Property.of("depth", "Levels", PropertyKind.wholeNumber(-1, 1_000))
                              .help(
                                  "How many levels below the item's own fields names are changed,"
                                      + " lists counted; -1: all.")
                              .defaultsTo(-1)))
                  .help("Change all names that they match."))
          .documentation(
              """
              Gives fields other names; their values stay. A field that is renamed goes to the end of
              the item, and one that has the new name already is replaced.

              *Patterns* change many names at once: find `_` and replace it with nothing, and
              `first_name` becomes `firstname`, in objects and lists inside the item too. An item
              without the field stays as it is.
              """)
          .build();

  @Override
  public NodeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public String caption(JsonObject parameters) {
    return parameters.get("names") instanceof JsonArray names
            && names.size() == 1
            && names.get(0) instanceof JsonObject first
        ? first.get("field") + " → " + first.get("as")
        : "";
  }

  @Override
  public NodeResult run(NodeContext context) throws NodeException, InterruptedException {
    EachItem.of(
        context,
        (item, position) -> {
          Parameters settings = context.parameters(item, position);
          JsonObject record = item.json();
          for (Parameters entry : settings.entries("names")) {
            record = renamed(record, entry.text("field"), entry.text("as"));
          }
          for (Parameters entry : settings.entries("patterns")) {
            record = NamePattern.of(entry).applyTo(record);
          }
          context.output().add(item.withJson(record).pairedTo(position, 0));
        });
    return NodeResult.done();
  }

  private static JsonObject renamed(JsonObject record, String from, String to) {
    if (from.isEmpty() || to.isEmpty() || from.equals(to)) {
      return record;
    }
    FieldPath field = FieldPath.of(from);
    return field.isIn(record)
        ? FieldPath.of(to).set(field.remove(record), field.get(record))
        : record;
  }
}
