package io.concertmaster.nodes.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.NodeType;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.Paired;
import io.concertmaster.node.testkit.NodeRun;
import io.concertmaster.node.testkit.Outcome;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the SQL nodes do on every database. */
abstract class SqlContract {
  /** The run with a connection to an empty database. */
  abstract NodeRun connect(NodeRun run);

  @Test
  void rows_of_a_query_become_items_of_the_item_that_asked() throws Exception {
    create("create table t (id integer primary key, name text)");
    insert(Item.of(row(1, "a")), Item.of(row(2, "b")), Item.of(row(3, "c"))).run().items();

    Outcome outcome =
        query("select id, name, id as name from t where id >= ? order by id")
            .with("values", List.of(Map.of("value", 2)))
            .input(Item.of("x", 1))
            .run();

    assertThat(outcome.records())
        .containsExactly(
            JsonObject.of("id", 2L, "name", "b").with("name_2", 2L),
            JsonObject.of("id", 3L, "name", "c").with("name_2", 3L));
    assertThat(outcome.items().get(1).paired()).containsExactly(new Paired(0, 0));
  }

  @Test
  void named_values_come_from_each_item_and_never_become_sql() throws Exception {
    create("create table t (id integer, name text)");
    String evil = "x'; drop table t; --";
    insert(Item.of(row(1, evil))).run().items();

    Outcome outcome =
        query("select id, ':no' as text from t where name = :name -- :not this")
            .withPerItem("named", Item::json)
            .input(Item.of("name", evil), Item.of("name", "?"))
            .run();

    assertThat(outcome.records()).containsExactly(JsonObject.of("id", 1L, "text", ":no"));
  }

  @Test
  void a_statement_that_changes_tells_how_many_rows() throws Exception {
    create("create table t (id integer, name text)");
    insert(Item.of(row(1, "a")), Item.of(row(2, "b"))).run().items();

    assertThat(query("update t set name = 'z'").run().records())
        .containsExactly(JsonObject.of("changed", 2L));
    assertThat(rows("select name from t order by id"))
        .containsExactly(JsonObject.of("name", "z"), JsonObject.of("name", "z"));
  }

  @Test
  void a_failing_item_is_taken_back_alone_and_a_failing_node_as_a_whole() throws Exception {
    create("create table t (id integer primary key, name text)");
    NodeRun run =
        query("insert into t values (:id, 'x')")
            .withPerItem("named", Item::json)
            .input(Item.of("id", 1), Item.of("id", 1), Item.of("id", 2));

    Outcome stopped = run.stopAtReject().run();
    assertThat(stopped.error().item()).hasValue(1);
    assertThat(stopped.error().getMessage())
        .startsWith("The statement failed: ")
        .doesNotContain("\n");
    assertThat(rows("select id from t")).isEmpty();
  }

  @Test
  void items_go_on_after_an_insert_and_bad_rows_are_put_aside() throws Exception {
    create("create table t (id integer primary key, name text)");
    Item[] items = {Item.of(row(1, "a")), Item.of(row(1, "b")), Item.of(row(2, "c"))};

    Outcome outcome = insert(items).run();

    assertThat(outcome.records()).containsExactly(row(1, "a"), row(2, "c"));
    assertThat(outcome.rejected())
        .singleElement()
        .satisfies(rejected -> {
          assertThat(rejected.position()).isEqualTo(1);
          assertThat(rejected.error().getMessage())
              .startsWith("The row was not written: ")
              .doesNotContain("\n");
        });
    assertThat(rows("select * from t order by id")).containsExactly(row(1, "a"), row(2, "c"));
  }

  @Test
  void an_insert_that_fails_leaves_nothing() throws Exception {
    create("create table t (id integer primary key, name text)");
    Item[] items = {Item.of(row(1, "a")), Item.of(row(2, "b")), Item.of(row(1, "c"))};

    Outcome outcome = insert(items).with("batch", 1).stopAtReject().run();

    assertThat(outcome.error().item()).hasValue(2);
    assertThat(rows("select * from t")).isEmpty();
  }

  @Test
  void exactly_once_means_that_a_second_try_inserts_nothing() throws Exception {
    create("create table t (id integer, name text)");
    NodeRun run = insert(Item.of(row(1, "a"))).with("once", true);

    assertThat(run.run().records()).hasSize(1);
    assertThat(run.run().records()).hasSize(1);
    assertThat(rows("select * from t")).hasSize(1);
    run.runIndex(1).run().items();
    assertThat(rows("select * from t")).hasSize(2);
  }

  @Test
  void a_column_for_the_key_means_that_no_row_is_written_twice() throws Exception {
    create("create table t (id integer, name text, done text unique)");
    NodeRun run = insert(Item.of(row(1, "a")), Item.of(row(2, "b"))).with("keyColumn", "done");

    assertThat(run.run().records()).hasSize(2);
    create("update t set name = 'changed since' where id = 1");
    create("delete from t where id = 2");
    assertThat(run.run().records()).hasSize(2);

    assertThat(rows("select id, name from t order by id"))
        .containsExactly(row(1, "changed since"), row(2, "b"));
    run.runIndex(1).run().items();
    assertThat(rows("select * from t")).hasSize(4);
  }

  @Test
  void a_table_that_is_created_has_a_unique_column_for_the_key() throws Exception {
    NodeRun run = insert(Item.of(row(1, "a"))).with("keyColumn", "done").with("createTable", true);

    run.run().items();
    run.run().items();

    assertThat(rows("select id, name from t")).containsExactly(row(1, "a"));
  }

  @Test
  void a_column_for_the_key_must_be_unique_and_written_by_nobody_else() throws Exception {
    create("create table t (id integer, name text)");

    assertThat(insert(Item.of(row(1, "a"))).with("keyColumn", "name").stopAtReject().run().error())
        .hasMessageContaining("choose another column");
    assertThat(insert(Item.of("id", 1)).with("keyColumn", "name").stopAtReject().run().error())
        .hasMessageContaining("ON CONFLICT");
  }

  @Test
  void columns_can_be_listed_with_their_values() throws Exception {
    create("create table t (id integer, name text)");

    table(new SqlInsert(), Item.of("n", 5), Item.of("n", 6))
        .with("columns", "mapped")
        .withPerItem(
            "mapping",
            item ->
                List.of(
                    Map.of("column", "name", "value", "n" + item.json().get("n")),
                    Map.of("column", "id", "value", item.json().get("n"))))
        .run()
        .items();

    assertThat(rows("select * from t order by id")).containsExactly(row(5, "n5"), row(6, "n6"));
  }

  @Test
  void a_missing_table_is_created_with_types_that_fit() throws Exception {
    JsonObject first =
        JsonObject.builder()
            .put("whole", 1)
            .put("real", 1)
            .put("flag", true)
            .put("odd \"name\"", "x")
            .put("mixed", 1)
            .put("nothing", null)
            .build();
    JsonObject second = first.with("real", 0.5).with("mixed", "m").with("late", "l");

    insert(Item.of(first), Item.of(second)).with("createTable", true).run().items();

    assertThat(rows("select * from t order by late is null desc"))
        .containsExactly(first.with("real", 1.0).with("mixed", "1").with("late", null), second);
  }

  @Test
  void an_upsert_adds_and_updates_and_can_be_done_again() throws Exception {
    Item[] items = {Item.of(row(1, "a")), Item.of(row(2, "b")), Item.of(row(1, "c"))};
    NodeRun run = upsert(items).with("createTable", true).with("batch", 2);

    assertThat(run.run().records()).hasSize(3);
    run.run().items();

    assertThat(rows("select * from t order by id")).containsExactly(row(1, "c"), row(2, "b"));
  }

  @Test
  void after_a_crash_an_upsert_goes_on_behind_the_rows_that_are_done() throws Exception {
    create("create table t (id integer primary key, name text)");

    upsert(Item.of(row(1, "a")), Item.of(row(2, "b"))).startPosition(1).run().items();

    assertThat(rows("select * from t")).containsExactly(row(2, "b"));
  }

  @Test
  void an_upsert_of_keys_alone_keeps_what_is_there() throws Exception {
    create("create table t (id integer primary key, name text default 'd')");

    upsert(Item.of("id", 1), Item.of("id", 1)).run().items();

    assertThat(rows("select * from t")).containsExactly(row(1, "d"));
  }

  @Test
  void an_upsert_without_a_unique_key_says_what_is_needed() throws Exception {
    create("create table t (id integer, name text)");

    assertThat(upsert(Item.of(row(1, "a"))).stopAtReject().run().error().getMessage())
        .contains("primary key or unique index on exactly the key columns");
    assertThat(upsert(Item.of("name", "x")).stopAtReject().run().error())
        .hasMessage("The key column “id” is not among the written columns");
  }

  @Test
  void a_missing_table_and_bad_sql_are_one_clear_line_each() throws Exception {
    create("create table other (id integer)");
    assertThat(insert(Item.of(row(1, "a"))).run().error().getMessage())
        .contains("create the table, or correct its name")
        .doesNotContain("\n");
    assertThat(query("selec 1").stopAtReject().run().error().getMessage())
        .startsWith("The statement failed: ");
    assertThat(query("select 1; drop table t").stopAtReject().run().error())
        .hasMessageStartingWith("The statement is more than one");
    assertThat(query("select ?").stopAtReject().run().error())
        .hasMessage("The statement has 1 question marks, “Values” has 0");
    assertThat(query("select :a").with("named", Map.of("b", 1)).stopAtReject().run().error())
        .hasMessage("“Named values” has none for :a");
  }

  @Test
  void many_rows_go_in_and_out() throws Exception {
    Item[] items =
        IntStream.range(0, 5_000).mapToObj(i -> Item.of(row(i, "n" + i))).toArray(Item[]::new);
    upsert(items).with("createTable", true).run().items();

    List<JsonObject> rows = rows("select * from t order by id");
    assertThat(rows).hasSize(5_000);
    assertThat(rows.getLast()).isEqualTo(row(4_999, "n4999"));
  }

  @Test
  void lists_and_objects_are_written_as_json() throws Exception {
    Item item = Item.of("data", JsonArray.of(1, JsonObject.of("a", "b")));
    insert(item).with("createTable", true).run().items();

    Object value = rows("select data from t").getFirst().get("data");
    assertThat(String.valueOf(value)).isEqualTo("[1,{\"a\":\"b\"}]");
  }

  @Test
  void a_statement_that_runs_long_is_cancelled() throws Exception {
    create("create table t (id integer)");
    Thread caller =
        Thread.ofPlatform()
            .start(() -> {
              try {
                query(endless()).run();
              } catch (Exception e) {
                Thread.currentThread().interrupt();
              }
            });
    while (caller.isAlive() && caller.getState() != Thread.State.WAITING) {
      Thread.sleep(10);
    }
    caller.interrupt();
    caller.join(20_000);

    assertThat(caller.isAlive()).isFalse();
  }

  /** A query that would run for hours. */
  abstract String endless();

  void create(String statement) throws Exception {
    query(statement).run().items();
  }

  List<JsonObject> rows(String statement) throws Exception {
    return query(statement).run().records();
  }

  NodeRun query(String statement) {
    return connect(NodeRun.of(new SqlQuery()).with("statement", statement)).input(Item.of("n", 1));
  }

  NodeRun insert(Item... items) {
    return table(new SqlInsert(), items);
  }

  NodeRun upsert(Item... items) {
    return table(new SqlUpsert(), items).with("keys", List.of("id"));
  }

  NodeRun table(NodeType type, Item... items) {
    return connect(NodeRun.of(type).with("table", "t")).input(items);
  }

  static JsonObject row(long id, String name) {
    return JsonObject.of("id", id, "name", name);
  }
}
