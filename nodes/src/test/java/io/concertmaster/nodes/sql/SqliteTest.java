package io.concertmaster.nodes.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.testkit.NodeRun;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteTest extends SqlContract {
  @TempDir Path folder;

  @Override
  NodeRun connect(NodeRun run) {
    return run.folder(folder).with("file", "out/test.db");
  }

  @Override
  String endless() {
    return "with recursive n(i) as (select 1 union all select i + 1 from n)"
        + " select count(*) from n where i < 0";
  }

  @Test
  void values_keep_their_kind() throws Exception {
    create("create table v (i integer, r real, t text, b blob, f boolean, n text)");
    query("insert into v values (9007199254740993, 0.1, 'ü', x'0102', true, null)").run().items();

    assertThat(rows("select * from v"))
        .containsExactly(
            JsonObject.builder()
                .put("i", 9007199254740993L)
                .put("r", 0.1)
                .put("t", "ü")
                .put("b", "AQI=")
                .put("f", true)
                .put("n", null)
                .build());
  }

  @Test
  void a_missing_file_is_no_empty_database() throws Exception {
    assertThat(query("select 1").stopAtReject().run().error())
        .hasMessage(
            "There is no database file " + folder.resolve("out/test.db") + ": correct the path");
    assertThat(insert(Item.of("a", 1)).run().error())
        .hasMessageStartingWith("There is no database file");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_path_cannot_smuggle_options_in() throws Exception {
    assertThat(
            query("select 1")
                .with("file", "x.db?enable_load_extension=true")
                .stopAtReject()
                .run()
                .error())
        .hasMessageContaining("must not contain “?”");
  }

  @Test
  void what_is_no_database_is_told() throws Exception {
    Files.writeString(folder.resolve("x.db"), "no database at all, only text");

    assertThat(query("select * from t").with("file", "x.db").stopAtReject().run().failure())
        .hasValueSatisfying(error -> assertThat(error.getMessage()).contains("not a database"));
  }

  @Test
  void foreign_keys_are_enforced() throws Exception {
    create("create table p (id integer primary key)");
    create("create table t (id integer references p (id), name text)");

    assertThat(insert(Item.of(row(1, "a"))).stopAtReject().run().error().getMessage())
        .contains("FOREIGN KEY");
  }
}
