package io.concertmaster.nodes.sql;

import io.concertmaster.node.Effect;
import io.concertmaster.node.Family;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;

/** The face of {@link SqlUpsert}. */
final class SqlUpsertFace {
  static final NodeDescriptor DESCRIPTOR =
      TableFace.addColumns(
              TableFace.addTable(
                      SqlConnection.addTo(
                          NodeDescriptor.of("sql.upsert", "SQL upsert")
                              .summary("Adds rows to a database table, or updates those there")
                              .family(Family.CONNECT)
                              .icon("mdal-backup_table")
                              .effect(Effect.IDEMPOTENT)
                              .keywords(
                                  "database",
                                  "sqlite",
                                  "postgres",
                                  "postgresql",
                                  "table",
                                  "update",
                                  "merge",
                                  "write")))
                  .property(
                      Property.of("keys", "Key columns", new PropertyKind.FieldNames())
                          .help("A row with the same values in these columns is updated.")
                          .mandatory()))
          .documentation(
              """
              Adds a row for each item; where the table has a row with the same key, that row gets \
              the item's values instead. The items go on. The key columns need a primary key or a \
              unique index; a table that the node creates gets them as its primary key.

              With *All fields* each field goes to the column of its name; the columns are those of \
              all items together, and an item without a field writes null. Columns of the table \
              that no item has stay as they are.

              Each batch of *Rows at once* is one transaction. Doing it again leaves the same rows, \
              so after a crash the node simply runs again.

              *Create the table if it is missing* chooses the column types by the first thousand \
              items: whole numbers, numbers, true/false, JSON (PostgreSQL) or text; an SQLite file \
              that is missing is created too. Lists and objects are written as JSON text.
              """)
          .build();

  private SqlUpsertFace() {}
}
