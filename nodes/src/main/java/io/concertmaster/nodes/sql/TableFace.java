package io.concertmaster.nodes.sql;

import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.PropertyKind.Option;

/** The settings that say which columns of which table are written, and how. */
final class TableFace {
  private TableFace() {}

  static NodeDescriptor.Builder addTable(NodeDescriptor.Builder descriptor) {
    return descriptor
        .property(
            Property.of("table", "Table", PropertyKind.text())
                .help("The table's name, as it is: no quotes needed.")
                .mandatory())
        .property(
            Property.of("schema", "Schema", PropertyKind.text())
                .help("Empty for the connection's own, mostly public.")
                .when("database", "postgresql", SqlCredentials.CHOICE));
  }

  static NodeDescriptor.Builder addColumns(NodeDescriptor.Builder descriptor) {
    return descriptor
        .property(
            Property.of(
                    "columns",
                    "Columns",
                    PropertyKind.choice(
                        new Option(
                            "all", "All fields", "Each field goes to the column of its name."),
                        Option.of("mapped", "As listed")))
                .defaultsTo("all")
                .literalOnly())
        .property(
            Property.of(
                    "mapping",
                    "Values",
                    PropertyKind.entries(
                        "column",
                        Property.of("column", "Column", PropertyKind.text()),
                        Property.of("value", "Value", PropertyKind.text("={{ $json.total }}"))))
                .when("columns", "mapped"))
        .property(
            Property.of("createTable", "Create the table if it is missing", PropertyKind.flag())
                .help("With column types that fit the first items.")
                .defaultsTo(false))
        .property(
            Property.of("batch", "Rows at once", PropertyKind.wholeNumber(1, 10_000))
                .defaultsTo(1_000));
  }
}
