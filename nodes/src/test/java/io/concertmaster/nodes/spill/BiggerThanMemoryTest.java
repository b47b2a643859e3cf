package io.concertmaster.nodes.spill;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.testkit.NodeRun;
import io.concertmaster.node.testkit.Outcome;
import io.concertmaster.nodes.data.CompareDatasets;
import io.concertmaster.nodes.data.RemoveDuplicates;
import io.concertmaster.nodes.data.Sort;
import io.concertmaster.nodes.data.Summarize;
import io.concertmaster.nodes.flow.Merge;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Nodes that hold items, with room for one item, a few, some, and all of them: the results are the
 * same, in the same order and with the same lineage.
 */
class BiggerThanMemoryTest {
  private static final long[] ALLOWANCES = {1, 700, 20_000};

  static IntStream seeds() {
    return IntStream.range(0, 30);
  }

  /** What a node gives with all the room that it wants, after a look that less gives the same. */
  private static Outcome same(NodeRun run) throws Exception {
    Outcome whole = run.allowance(NodeRun.ALLOWANCE).run();
    assertThat(whole.failure()).isEmpty();
    for (long room : ALLOWANCES) {
      Outcome spilled = run.allowance(room).run();
      assertThat(spilled.outputs()).as("with room for %s bytes", room).isEqualTo(whole.outputs());
    }
    return whole;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void sorting(int seed) throws Exception {
    RandomRows random = new RandomRows(seed);
    Item[] items = random.items(random.oneOf(0, 3, 200));
    boolean down = random.flag();
    boolean ignoreCase = random.flag();
    Outcome sorted =
        same(
            NodeRun.of(new Sort())
                .with(
                    "keys",
                    JsonArray.of(
                        JsonObject.of("field", "v", "order", down ? "desc" : "asc"),
                        JsonObject.of("field", "t")))
                .with("ignoreCase", ignoreCase)
                .input(items));

    ValueOrder order = ignoreCase ? ValueOrder.IGNORING_CASE : ValueOrder.EXACT;
    KeyOrder first = new KeyOrder(order, down);
    KeyOrder second = new KeyOrder(order, false);
    Comparator<JsonObject> plain = (a, b) -> first.compare(a.get("v"), b.get("v"));
    assertThat(sorted.records())
        .isEqualTo(
            Stream.of(items)
                .map(Item::json)
                .sorted(plain.thenComparing((a, b) -> second.compare(a.get("t"), b.get("t"))))
                .toList());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void grouping(int seed) throws Exception {
    RandomRows random = new RandomRows(seed);
    Item[] items = random.items(random.oneOf(0, 3, 300));
    JsonArray all =
        (JsonArray)
            Objects.requireNonNull(
                Json.parse(
                    """
                    [{"operation":"count"},{"operation":"countUnique","field":"v"},
                     {"operation":"sum","field":"k"},{"operation":"average","field":"id"},
                     {"operation":"min","field":"v"},{"operation":"max","field":"v"},
                     {"operation":"first","field":"v"},{"operation":"last","field":"v"},
                     {"operation":"concatenate","field":"t"},{"operation":"append","field":"v"}]
                    """));
    List<Object> calculate = new ArrayList<>();
    for (Object each : all) {
      calculate.add(((JsonObject) Objects.requireNonNull(each)).with("keepEmpty", random.flag()));
    }
    same(
        NodeRun.of(new Summarize())
            .with("calculate", JsonArray.copyOf(calculate))
            .with("groupBy", random.oneOf(List.of(), List.of("v"), List.of("t", "k", "v")))
            .with("groupValues", random.oneOf("same", "json", "names"))
            .with("skipEmptyGroups", random.flag())
            .with("result", random.oneOf("items", "one"))
            .with("texts", "texts")
            .input(items));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void adding_up(int seed) throws Exception {
    RandomRows random = new RandomRows(seed);
    Item[] items = random.items(300);
    Outcome sums =
        same(
            NodeRun.of(new Summarize())
                .with("calculate", Json.parse("[{\"operation\":\"sum\",\"field\":\"id\"}]"))
                .with("groupBy", List.of("k"))
                .input(items));

    Map<Object, Long> expected = new LinkedHashMap<>();
    for (Item item : items) {
      Object key = Objects.requireNonNullElse(item.json().get("k"), "none");
      expected.merge(key, (Long) Objects.requireNonNull(item.json().get("id")), Long::sum);
    }
    assertThat(sums.records())
        .extracting(record ->
            Objects.requireNonNullElse(record.get("k"), "none") + "=" + record.get("sum_id"))
        .isEqualTo(
            expected.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .toList());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void removing_duplicates(int seed) throws Exception {
    RandomRows random = new RandomRows(seed);
    Item[] items = random.items(random.oneOf(3, 3_000));
    Outcome distinct =
        same(
            NodeRun.of(new RemoveDuplicates())
                .with("compare", "selected")
                .with("fields", List.of("k", "t"))
                .input(items));

    Map<List<Object>, JsonObject> first = new LinkedHashMap<>();
    for (Item item : items) {
      List<Object> key = new ArrayList<>();
      key.add(item.json().get("k"));
      key.add(item.json().get("t"));
      first.putIfAbsent(key, item.json());
    }
    assertThat(distinct.records()).isEqualTo(List.copyOf(first.values()));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void joining(int seed) throws Exception {
    RandomRows random = new RandomRows(seed);
    Item[] firsts = random.items(random.oneOf(0, 5, 60));
    Item[] seconds = random.items(random.oneOf(0, 5, 90));
    NodeRun run =
        NodeRun.of(new Merge())
            .with("mode", "combineByFields")
            .with("fields", Json.parse("[{\"first\":\"k\"}]"))
            .with(
                "join",
                random.oneOf(
                    "inner",
                    "left",
                    "right",
                    "outer",
                    "semi",
                    "semiSecond",
                    "anti",
                    "antiSecond",
                    "antiBoth"))
            .with("matches", random.oneOf("all", "first"))
            .with("aloneLast", random.flag())
            .with("tellSource", random.flag())
            .input(0, firsts)
            .input(1, seconds);
    if (random.flag()) {
      run.with("loose", true).with("fields", Json.parse("[{\"first\":\"v\"}]"));
    }
    same(run);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void joining_as_nested_loops_would(int seed) throws Exception {
    RandomRows random = new RandomRows(seed);
    Item[] firsts = random.items(60);
    Item[] seconds = random.items(90);
    Outcome joined =
        same(
            NodeRun.of(new Merge())
                .with("mode", "combineByFields")
                .with("fields", Json.parse("[{\"first\":\"k\"}]"))
                .input(0, firsts)
                .input(1, seconds));

    List<List<Long>> expected = new ArrayList<>();
    for (int first = 0; first < firsts.length; first++) {
      for (int second = 0; second < seconds.length; second++) {
        Object key = firsts[first].json().get("k");
        if (key != null && key.equals(seconds[second].json().get("k"))) {
          expected.add(List.of((long) first, (long) second));
        }
      }
    }
    assertThat(joined.items())
        .extracting(item ->
            IntStream.range(0, 2)
                .mapToObj(input ->
                    item.paired().stream()
                        .filter(each -> each.input() == input)
                        .findFirst()
                        .orElseThrow()
                        .item())
                .toList())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void every_item_with_every_item_and_by_position(int seed) throws Exception {
    RandomRows random = new RandomRows(seed);
    same(
        NodeRun.of(new Merge())
            .with("mode", random.oneOf("allCombinations", "byPosition", "append"))
            .with("clash", random.oneOf("preferFirst", "preferLast", "suffixAll"))
            .with("without", random.oneOf("drop", "keepFirst", "keep"))
            .input(0, random.items(20))
            .input(1, random.items(15)));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void comparing_datasets(int seed) throws Exception {
    RandomRows random = new RandomRows(seed);
    same(
        NodeRun.of(new CompareDatasets())
            .with("fields", Json.parse("[{\"first\":\"" + random.oneOf("k", "t", "v") + "\"}]"))
            .with("different", random.oneOf("both", "preferA", "preferB", "mix"))
            .with("mixFrom", random.oneOf("a", "b"))
            .with("mixExcept", List.of("t"))
            .with("matches", random.oneOf("all", "first"))
            .with("loose", random.flag())
            .with("skip", random.oneOf(List.of(), List.of("id")))
            .input(0, random.items(random.oneOf(0, 5, 60)))
            .input(1, random.items(random.oneOf(0, 5, 90))));
  }
}
