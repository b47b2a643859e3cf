package io.concertmaster.nodes.sql;

import io.concertmaster.node.Effect;
import io.concertmaster.node.Family;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.PropertyKind.Option;

/** The face of {@link SqlQuery}. */
final class SqlQueryFace {
  static final NodeDescriptor DESCRIPTOR =
      SqlConnection.addTo(
              NodeDescriptor.of("sql.query", "SQL query")
                  .summary("Asks a database and sends the rows on, or executes a statement")
                  .family(Family.CONNECT)
                  .icon("mdmz-storage")
                  .effect(Effect.UNSAFE)
                  .keywords("database", "select", "sqlite", "postgres", "postgresql", "table"))
          .property(
              Property.of("statement", "Statement", new PropertyKind.Code("sql"))
                  .help("One SQL statement. Write ? or :name where a value goes.")
                  .mandatory())
          .property(
              Property.of(
                      "values",
                      "Values",
                      PropertyKind.entries(
                          "value", Property.of("value", "Value", PropertyKind.text())))
                  .help("For each ? one, in their order."))
          .property(
              Property.of("named", "Named values", new PropertyKind.Data())
                  .help("An object with a value for each :name, such as ={{ $json }}."))
          .property(
              Property.of(
                      "run",
                      "Execute",
                      PropertyKind.choice(
                          Option.of("item", "For each item"),
                          new Option("once", "Once", "Expressions see the first item.")))
                  .defaultsTo("item")
                  .literalOnly())
          .documentation(
              """
              Executes one statement for each item that comes in, or once. Each row of the result \
              becomes an item; a statement without a result gives `{ changed }`, the number of \
              rows that it changed.

              **Values** never become part of the SQL text, so that no value can change the \
              statement. Write `?` and list the values, or write `:name` and give an object:

              ```sql
              select * from orders where customer = :customer and total > :least
              ```

              with *Named values* `={{ $json }}`. An expression inside the statement itself is for \
              names of tables, not for values.

              **Types.** Integers are whole numbers, decimals keep all digits, dates and times are \
              ISO text, bytes are Base64 text, JSON columns and arrays are data.

              **After a crash.** A statement that reads (`select`, `values`, `with` without changes) \
              is executed in a read-only transaction and simply runs again. One that changes \
              something may have done its work, so the run asks. All items of one activation are \
              one transaction: if one fails and the node stops, nothing was changed. To write rows, \
              *SQL insert* and *SQL upsert* are safer.

              Do not write passwords into the workflow: choose *PostgreSQL by a credential*, or use \
              `={{ $env.DB_PASSWORD }}`.
              """)
          .build();

  private SqlQueryFace() {}
}
