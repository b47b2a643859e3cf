package io.concertmaster.nodes.sql;

import io.concertmaster.node.Effect;
import io.concertmaster.node.Family;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;

/** The face of {@link SqlInsert}. */
final class SqlInsertFace {
  static final NodeDescriptor DESCRIPTOR =
      TableFace.addColumns(
              TableFace.addTable(
                  SqlConnection.addTo(
                      NodeDescriptor.of("sql.insert", "SQL insert")
                          .summary("Adds a row to a database table for each item")
                          .family(Family.CONNECT)
                          .icon("mdal-library_add")
                          .effect(Effect.UNSAFE)
                          .keywords(
                              "database",
                              "sqlite",
                              "postgres",
                              "postgresql",
                              "table",
                              "row",
                              "write"))))
          .property(
              Property.of("once", "Exactly once", PropertyKind.flag())
                  .help(
                      "Remembers finished inserts in a small table, concertmaster_done, of the same"
                          + " database, so that a run resumed after a crash inserts nothing twice.")
                  .defaultsTo(false)
                  .literalOnly())
          .property(
              Property.of("keyColumn", "Column for the key", PropertyKind.text())
                  .help(
                      "A text column of the table with a unique index, which no item writes. A row"
                          + " whose key is there already is left as it is.")
                  .literalOnly())
          .documentation(
              """
              Adds a row for each item and sends the items on. With *All fields* each field goes \
              to the column of its name; the columns are those of all items together, and an item \
              without a field leaves null. With *As listed* you name the columns and their values.

              All rows of one activation are one transaction: when a row fails and the node stops, \
              the table is as it was. When the node's errors go to its error output, the bad rows \
              go there and the others stay.

              **After a crash** nobody knows whether the transaction was finished, so the run asks \
              what to do. *Exactly once* spares you that: in the same transaction the activation's \
              key goes into the table `concertmaster_done`; a try that finds its key there inserts \
              nothing. *Column for the key* does it row by row: the column gets the activation's key \
              and the item's position, and a row whose key is there already is not written again; \
              the column must have a unique index, and a table made here gets one. Where the rows have a key of their own, *SQL upsert* does without that table.

              *Create the table if it is missing* chooses the column types by the first thousand \
              items: whole numbers, numbers, true/false, JSON (PostgreSQL) or text; an SQLite file \
              that is missing is created too. Lists and objects are written as JSON text.
              """)
          .build();

  private SqlInsertFace() {}
}
