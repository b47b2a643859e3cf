package io.concertmaster.nodes.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.Paired;
import io.concertmaster.node.testkit.NodeRun;
import io.concertmaster.nodes.flow.Merge;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ItemTablesTest {
  private static Item[] items(String json) {
    return ((JsonArray) Json.parse(json))
        .stream().map(record -> Item.of((JsonObject) record)).toArray(Item[]::new);
  }

  private static NodeRun query(String sql) {
    return NodeRun.of(new Merge())
        .with("mode", "sql")
        .with("query", sql)
        .input(0, items("[{\"id\":1,\"tags\":[1,2],\"ok\":true},{\"id\":2,\"ok\":null}]"))
        .input(1, items("[{\"id\":1,\"name\":\"Ann\"}]"));
  }

  @Test
  void inputs_are_tables_and_rows_become_items() throws Exception {
    NodeRun run = query("SELECT * FROM input1 LEFT JOIN input2 ON input1.id = input2.id");

    assertThat(run.run().records().toString())
        .isEqualTo(
            "[{\"id\":1,\"tags\":[1,2],\"ok\":true,\"name\":\"Ann\"},"
                + " {\"id\":2,\"tags\":null,\"ok\":null,\"name\":null}]");
    assertThat(run.run().items().getFirst().paired())
        .containsExactly(new Paired(0, 0), new Paired(1, 0), new Paired(0, 1));
  }

  @Test
  void an_empty_input_has_the_columns_that_the_query_names() throws Exception {
    assertThat(
            query("SELECT input1.id FROM input1 LEFT JOIN input2 ON input1.id = input2.key")
                .input(1)
                .run()
                .records())
        .hasSize(2);
  }

  @Test
  void a_text_that_looks_like_a_list_stays_a_text() throws Exception {
    NodeRun run =
        query("SELECT a, json_extract(a, '$[0]') AS first, json_type(a) AS type FROM input1")
            .input(0, items("[{\"a\":[1,2]},{\"a\":\"[1,2]\"},{\"a\":{\"0\":\"é\"}}]"));

    assertThat(run.run().records().toString())
        .isEqualTo(
            "[{\"a\":[1,2],\"first\":1,\"type\":\"array\"},"
                + " {\"a\":\"[1,2]\",\"first\":1,\"type\":\"array\"},"
                + " {\"a\":{\"0\":\"é\"},\"first\":null,\"type\":\"object\"}]");
  }

  @Test
  void parts_of_lists_are_texts_and_other_bytes_base64() throws Exception {
    assertThat(
            query(
                    "SELECT substr(tags, 2, 1) AS a, tags || '' AS b, x'ff' AS c, x'31' AS d"
                        + " FROM input1 LIMIT 1")
                .run()
                .records()
                .toString())
        .isEqualTo("[{\"a\":\"1\",\"b\":\"[1,2]\",\"c\":\"/w==\",\"d\":\"1\"}]");
  }

  @Test
  void the_tables_lie_in_a_file_that_goes_afterwards() throws Exception {
    String file =
        (String)
            query("SELECT file FROM pragma_database_list").run().records().getFirst().get("file");

    assertThat(file).endsWith(".sqlite");
    assertThat(Path.of(file)).doesNotExist();
  }

  @Test
  void no_row_can_be_told_by_an_item() throws Exception {
    NodeRun run = query("SELECT id FROM input1 WHERE id > 9");

    assertThat(run.run().records()).isEmpty();
    assertThat(run.with("confirm", true).run().records())
        .containsExactly(JsonObject.of("success", true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM input1",
        "WITH x AS (SELECT 1) DELETE FROM input1",
        "PRAGMA database_list",
        "SELECT :name",
        "SELECT load_extension('x')",
        "SELECT readfile('/etc/hostname')",
        "SELECT"
      })
  void a_query_that_does_more_than_read_the_tables_fails(String sql) throws Exception {
    assertThat(query(sql).run().error().property()).isEqualTo("query");
  }

  @Test
  void no_file_is_reached(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("other.db");

    assertThat(query("ATTACH '" + file + "' AS other").run().error()).isNotNull();
    assertThat(query("VACUUM INTO '" + file + "'").run().error()).isNotNull();
    assertThat(Files.exists(file)).isFalse();
  }
}
