package io.concertmaster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.SimpleFileServer;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.check.Checker;
import io.concertmaster.model.io.WorkflowFiles;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.nodes.BuiltInNodes;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The samples, from their files to what they write, against counts made without the engine. */
class SamplesTest {
  @TempDir Path scratch;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "airports",
        "http-weather",
        "films-branches",
        "order-approval",
        "price-list-webhook",
        "nightly-report"
      })
  void samples_have_no_problems_and_are_written_as_the_designer_would(String name)
      throws Exception {
    Path file = SampleRun.samples().resolve(name + ".workflow.json");
    Workflow workflow = WorkflowFiles.read(file);

    assertThat(new Checker(BuiltInNodes.catalog()).check(workflow)).isEmpty();
    assertThat(WorkflowFiles.write(workflow)).isEqualTo(Files.readString(file));
  }

  @Test
  void airports_are_counted_by_state() throws Exception {
    SampleRun run = SampleRun.of("airports", scratch);

    assertThat(run.view().status()).isEqualTo(RunStatus.SUCCEEDED);
    Map<String, Long> expected = airportsByState(SampleRun.samples().resolve("airports.csv"));
    assertThat(counts(run.records().get("summarize"))).isEqualTo(expected);
    assertThat(run.records().get("sort")).isSortedAccordingTo(SamplesTest::mostFirst);
    assertThat(Files.readAllLines(run.out("airports-by-state.csv")))
        .hasSize(expected.size() + 1)
        .startsWith("state,airports,northernmost,westernmost");
    assertThat(countsInDatabase(run.out("airports.db"))).isEqualTo(expected);
  }

  @Test
  void another_file_of_airports_can_be_named() throws Exception {
    Path other = scratch.resolve("other.csv");
    Files.writeString(
        other,
        """
        iata,name,city,state,country,latitude,longitude
        AAA,First,Town,X1,USA,10.5,-20
        BBB,Second,"Town, East",X1,USA,9,-30.25
        00X,Strip,Town,X1,USA,50,0
        CCC,Third,Town,X2,USA,1,2
        """);

    SampleRun run = SampleRun.of("airports", scratch, JsonObject.of("file", other.toString()));

    assertThat(run.records().get("sort"))
        .containsExactly(
            JsonObject.of("state", "X1", "airports", 2L)
                .with("northernmost", 10.5)
                .with("westernmost", -30.25),
            JsonObject.of("state", "X2", "airports", 1L)
                .with("northernmost", 1L)
                .with("westernmost", 2L));
    assertThat(run.records().get("fields").get(1)).containsEntry("place", "Town, East, X1");
  }

  @Test
  void weather_is_fetched_page_by_page() throws Exception {
    var server =
        SimpleFileServer.createFileServer(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            SampleRun.samples().resolve("weather").toRealPath(),
            SimpleFileServer.OutputLevel.NONE);
    server.start();
    try {
      String base = "http://127.0.0.1:" + server.getAddress().getPort();
      SampleRun run = SampleRun.of("http-weather", scratch, JsonObject.of("base", base));

      assertThat(run.view().status()).isEqualTo(RunStatus.SUCCEEDED);
      assertThat(run.records().get("fetch")).hasSize(4);
      Object written = Json.parse(Files.readString(run.out("weather.json")));
      Map<String, Long> days = new TreeMap<>();
      for (Object row : (JsonArray) written) {
        JsonObject kind = (JsonObject) row;
        days.put((String) kind.get("weather"), (Long) kind.get("days"));
      }
      assertThat(days).isEqualTo(daysByWeather());
    } finally {
      server.stop(0);
    }
  }

  @Test
  void weather_without_a_server_fails_with_one_clear_line() throws Exception {
    SampleRun run =
        SampleRun.of("http-weather", scratch, JsonObject.of("base", "ftp://nowhere.invalid"));

    assertThat(run.view().status()).isEqualTo(RunStatus.FAILED);
    assertThat(run.view().nodes().get("index").last().error())
        .hasValueSatisfying(
            error -> assertThat(error.message()).contains("must begin with http://"));
  }

  @Test
  void films_go_four_ways_and_dirty_ones_to_a_file_of_their_own() throws Exception {
    SampleRun run = SampleRun.of("films-branches", scratch);

    assertThat(run.view().status()).isEqualTo(RunStatus.SUCCEEDED);
    Map<String, Long> expected = new TreeMap<>();
    List<String> dirty = new ArrayList<>();
    for (Object each : films()) {
      JsonObject film = (JsonObject) each;
      if (film.get("US Gross") != null && film.get("Production Budget") != null) {
        expected.merge(verdict(film), 1L, Long::sum);
      } else {
        dirty.add(String.valueOf(film.get("Title")));
      }
    }
    Map<String, Long> counted = new TreeMap<>();
    run.records()
        .get("sort")
        .forEach(row -> counted.put((String) row.get("verdict"), (Long) row.get("films")));
    assertThat(counted).isEqualTo(expected).hasSize(4);
    assertThat(run.records().get("clean:error")).hasSameSizeAs(dirty).hasSize(8);
    assertThat(run.records().get("clean"))
        .allSatisfy(film -> assertThat((Long) film.get("year")).isBetween(1900L, 2012L));
    assertThat(Files.readAllLines(run.out("film-rejects.csv"))).hasSize(dirty.size() + 1);
    assertThat(Files.readAllLines(run.out("film-verdicts.csv"))).hasSize(5);
  }

  @Test
  void an_order_is_tried_with_the_one_that_is_pinned() throws Exception {
    assertThat(SampleRun.of("order-approval", scratch).records().get("total"))
        .singleElement()
        .satisfies(order ->
            assertThat(order).containsEntry("company", "Van Dam BV").containsEntry("total", 37.5));
  }

  private static String verdict(JsonObject film) {
    long budget = film.get("Production Budget") instanceof Long known ? known : 0;
    long gross = film.get("US Gross") instanceof Long known ? known : 0;
    if (budget <= 0 || gross <= 0) {
      return "unknown";
    }
    return gross >= budget * 3 ? "hit" : gross > budget ? "gain" : "loss";
  }

  private static JsonArray films() throws Exception {
    return (JsonArray) Json.parse(Files.readString(SampleRun.samples().resolve("films.json")));
  }

  /** Counts by splitting lines at commas; quoted commas stand before the state only. */
  private static Map<String, Long> airportsByState(Path csv) throws Exception {
    Map<String, Long> counts = new TreeMap<>();
    for (String line : Files.readAllLines(csv)) {
      String[] cells = line.split(",", -1);
      if (cells[0].matches("[A-Z]{3}")) {
        counts.merge(cells[cells.length - 4], 1L, Long::sum);
      }
    }
    return counts;
  }

  private static Map<String, Long> counts(List<JsonObject> rows) {
    Map<String, Long> counts = new TreeMap<>();
    rows.forEach(row -> counts.put((String) row.get("state"), (Long) row.get("airports")));
    return counts;
  }

  private static int mostFirst(JsonObject a, JsonObject b) {
    int byCount = Long.compare((Long) b.get("airports"), (Long) a.get("airports"));
    return byCount != 0
        ? byCount
        : String.valueOf(a.get("state")).compareTo(String.valueOf(b.get("state")));
  }

  private static Map<String, Long> countsInDatabase(Path file) throws Exception {
    Map<String, Long> counts = new TreeMap<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select state, airports from airports_by_state")) {
      while (rows.next()) {
        counts.put(rows.getString(1), rows.getLong(2));
      }
    }
    return counts;
  }

  private static Map<String, Long> daysByWeather() throws Exception {
    Map<String, Long> days = new TreeMap<>();
    for (int year = 2012; year <= 2015; year++) {
      Path page = SampleRun.samples().resolve("weather").resolve(year + ".json");
      for (String line : Files.readAllLines(page)) {
        int at = line.indexOf("\"weather\": \"");
        if (at >= 0) {
          String kind = line.substring(at + 12);
          days.merge(kind.substring(0, kind.indexOf('"')), 1L, Long::sum);
        }
      }
    }
    return days;
  }
}
