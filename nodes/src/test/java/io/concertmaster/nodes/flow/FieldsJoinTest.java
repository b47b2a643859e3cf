package io.concertmaster.nodes.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.testkit.NodeRun;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldsJoinTest {
  private static Item[] random(int seed, int size, String name) {
    Random random = new Random(seed);
    return IntStream.range(0, size)
        .mapToObj(i -> Item.of(JsonObject.of("k", key(random), name, i)))
        .toArray(Item[]::new);
  }

  /** A third of all items share one key, so that one partition is far too large. */
  private static Object key(Random random) {
    return switch (random.nextInt(6)) {
      case 0, 1 -> "often";
      case 2 -> null;
      default -> random.nextInt(200);
    };
  }

  private static List<Item> joined(long allowance, String kind, String matches) throws Exception {
    return NodeRun.of(new Merge())
        .allowance(allowance)
        .with("mode", "combineByFields")
        .with("fields", Json.parse("[{\"first\":\"k\"}]"))
        .with("join", kind)
        .with("matches", matches)
        .input(0, random(1, 400, "a"))
        .input(1, random(2, 300, "b"))
        .run()
        .items();
  }

  @ParameterizedTest
  @CsvSource({
    "inner, all",
    "inner, first",
    "left, all",
    "left, first",
    "outer, all",
    "outer, first",
    "anti, all"
  })
  void more_than_memory_holds_gives_the_same_in_the_same_order(String kind, String matches)
      throws Exception {
    List<Item> expected = joined(1 << 24, kind, matches);

    assertThat(expected).hasSizeGreaterThan(100);
    assertThat(joined(6_000, kind, matches)).isEqualTo(expected);
    assertThat(joined(1, kind, matches)).isEqualTo(expected);
  }
}
