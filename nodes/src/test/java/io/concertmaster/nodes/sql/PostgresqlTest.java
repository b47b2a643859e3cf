package io.concertmaster.nodes.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.concertmaster.node.Credential;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.testkit.NodeRun;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresqlTest extends SqlContract {
  private Optional<PostgresServer> server = Optional.empty();

  @BeforeAll
  void start() throws Exception {
    server = PostgresServer.start();
    assumeTrue(server.isPresent(), "no PostgreSQL server binaries in /usr/lib/postgresql");
  }

  @AfterAll
  void stop() throws Exception {
    if (server.isPresent()) {
      server.get().stop();
    }
  }

  @BeforeEach
  void empty() throws Exception {
    create("drop schema public cascade");
    create("create schema public");
  }

  @Override
  NodeRun connect(NodeRun run) {
    return server.orElseThrow().connect(run);
  }

  @Override
  String endless() {
    return "select pg_sleep(3600)";
  }

  @Test
  void a_credential_has_the_address_and_who_signs_in() throws Exception {
    NodeRun asking =
        NodeRun.of(new SqlQuery())
            .with("database", SqlCredentials.CHOICE)
            .with("statement", "select current_user as who")
            .input(Item.of("a", 1));

    assertThat(asking.credential("postgres", credential(PostgresServer.PASSWORD)).run().records())
        .containsExactly(JsonObject.of("who", "ann"));
    assertThat(
            asking.credential("postgres", credential("another one")).run().failure().orElseThrow())
        .hasMessageContaining("Cannot connect to PostgreSQL")
        .hasMessageNotContaining("another one");
  }

  private Credential credential(String password) {
    return new Credential(
        "db",
        SqlCredentials.POSTGRES,
        JsonObject.of("host", "127.0.0.1", "port", String.valueOf(server.orElseThrow().port()))
            .with("databaseName", "postgres")
            .with("user", "ann")
            .with("password", password));
  }

  @Test
  void without_its_credential_a_node_does_nothing() throws Exception {
    assertThat(
            NodeRun.of(new SqlQuery())
                .with("database", SqlCredentials.CHOICE)
                .with("statement", "select 1")
                .input(Item.of("a", 1))
                .run()
                .failure()
                .orElseThrow())
        .hasMessageContaining("names no credential");
  }

  @Test
  void values_keep_their_kind() throws Exception {
    String statement =
        """
        select 9007199254740993::bigint as big, 7::smallint as small, 12.340::numeric as exact,
          0.1::double precision as real, 'NaN'::double precision as nan, true as flag,
          'ü'::text as text, date '2026-01-05' as day, timestamp '2026-01-05 09:30' as moment,
          timestamptz '2026-01-05 09:30:00.5+01' as instant, time '09:30' as time,
          '\\x0102'::bytea as bytes, '{"a": [1]}'::jsonb as data, array[[1, null], [3, 4]] as list,
          '1b4e28ba-2fa1-11d2-883f-0016d3cca427'::uuid as id, interval '1 day' as span,
          null::text as nothing, 'infinity'::date as never
        """;

    assertThat(rows(statement))
        .containsExactly(
            JsonObject.builder()
                .put("big", 9007199254740993L)
                .put("small", 7)
                .put("exact", new BigDecimal("12.340"))
                .put("real", 0.1)
                .put("nan", "NaN")
                .put("flag", true)
                .put("text", "ü")
                .put("day", "2026-01-05")
                .put("moment", "2026-01-05T09:30:00")
                .put("instant", "2026-01-05T08:30:00.500Z")
                .put("time", "09:30:00")
                .put("bytes", "AQI=")
                .put("data", JsonObject.of("a", JsonArray.of(1)))
                .put("list", JsonArray.of(JsonArray.of(1, null), JsonArray.of(3, 4)))
                .put("id", "1b4e28ba-2fa1-11d2-883f-0016d3cca427")
                .put("span", "1 day")
                .put("nothing", null)
                .put("never", "infinity")
                .build());
  }

  @Test
  void text_fits_typed_columns_and_operators_with_question_marks_work() throws Exception {
    create("create table t (day date, id uuid, data jsonb)");
    insert(
            Item.of(
                JsonObject.of("day", "2026-01-05", "id", "1b4e28ba-2fa1-11d2-883f-0016d3cca427")
                    .with("data", JsonObject.of("a", 1))))
        .run()
        .items();

    assertThat(
            query("select day from t where data ? 'a' and day = :day::date")
                .with("named", Map.of("day", "2026-01-05"))
                .run()
                .records())
        .containsExactly(JsonObject.of("day", "2026-01-05"));
    assertThat(
            query("select day from t where data ?? ?")
                .with("values", List.of(Map.of("value", "a")))
                .run()
                .records())
        .hasSize(1);
  }

  @Test
  void what_claims_to_read_cannot_write() throws Exception {
    create("create sequence s");

    assertThat(query("select nextval('s')").stopAtReject().run().error().getMessage())
        .contains("read-only transaction");
  }

  @Test
  void a_schema_can_be_named() throws Exception {
    create("create schema if not exists \"Other One\"");
    create("drop table if exists \"Other One\".t");

    insert(Item.of("a", 1)).with("schema", "Other One").with("createTable", true).run().items();

    assertThat(rows("select * from \"Other One\".t")).containsExactly(JsonObject.of("a", 1L));
  }

  @Test
  void a_wrong_password_and_a_closed_port_are_told_without_the_secret() throws Exception {
    String wrong =
        query("select 1").with("password", "wr0ng").stopAtReject().run().error().getMessage();
    assertThat(wrong)
        .startsWith("Cannot connect to PostgreSQL at 127.0.0.1:")
        .contains("password authentication failed")
        .doesNotContain("wr0ng", "\n");
    assertThat(query("select 1").with("port", 1).stopAtReject().run().error().getMessage())
        .contains("refused")
        .doesNotContain("\n");
  }
}
