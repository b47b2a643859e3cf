package io.concertmaster.nodes.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.Effect;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.testkit.DescriptorRules;
import org.junit.jupiter.api.Test;

class SqlTextTest {
  @Test
  void the_descriptors_are_complete() {
    assertThat(DescriptorRules.complaints(new SqlQuery())).isEmpty();
    assertThat(DescriptorRules.complaints(new SqlInsert())).isEmpty();
    assertThat(DescriptorRules.complaints(new SqlUpsert())).isEmpty();
  }

  @Test
  void names_are_found_outside_of_texts_comments_and_casts_only() throws Exception {
    SqlText text =
        SqlText.parse(
            "select ':a', \":b\", $x$ :c $x$, y::text /* :d */ from t -- :e\nwhere f = :f and ? = :g",
            true,
            Dialect.POSTGRESQL);

    assertThat(text.names()).containsExactly("f", "g");
    assertThat(text.jdbc()).endsWith("where f = ? and ?? = ?").contains("':a'", "y::text");
  }

  @Test
  void statements_tell_whether_they_read() {
    assertThat(effect("  -- comment\n select 1")).isEqualTo(Effect.READS);
    assertThat(effect("WITH x AS (SELECT 1) SELECT * FROM x")).isEqualTo(Effect.READS);
    assertThat(effect("select 'delete me'")).isEqualTo(Effect.READS);
    assertThat(effect("with x as (delete from t returning *) select * from x"))
        .isEqualTo(Effect.UNSAFE);
    assertThat(effect("select * into y from x")).isEqualTo(Effect.UNSAFE);
    assertThat(effect("update t set a = 1")).isEqualTo(Effect.UNSAFE);
    assertThat(effect("={{ $json.sql }}")).isEqualTo(Effect.UNSAFE);
    assertThat(effect("")).isEqualTo(Effect.UNSAFE);
  }

  @Test
  void captions_name_table_and_database() {
    assertThat(new SqlUpsert().caption(JsonObject.of("table", "t", "file", "out/a.db")))
        .isEqualTo("t in out/a.db");
    assertThat(
            new SqlQuery()
                .caption(JsonObject.of("database", "postgresql", "databaseName", "sales")))
        .isEqualTo("sales");
    assertThat(new SqlInsert().caption(JsonObject.of("table", "={{ $json.t }}"))).isEmpty();
  }

  private static Effect effect(String statement) {
    return new SqlQuery().effect(JsonObject.of("statement", statement));
  }
}
