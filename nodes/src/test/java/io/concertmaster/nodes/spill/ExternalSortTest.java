package io.concertmaster.nodes.spill;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.testkit.NodeRun;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExternalSortTest {
  /** Sorts by a field, holding one item at a time: every item is a run. */
  private record Sorting(NodeDescriptor descriptor) implements NodeType {
    @Override
    public NodeResult run(NodeContext context) throws NodeException, InterruptedException {
      ExternalSort sort =
          new ExternalSort(
              context,
              KeyOrder.ascending(1),
              (Item item, @Nullable Object[] values) -> values[0] = item.json().get("n"));
      for (Item item : context.input()) {
        sort.add(item);
      }
      sort.drainTo(context.output());
      return NodeResult.done();
    }
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "31", "32", "33", "1024", "1025", "1100"})
  void any_number_of_runs_is_merged(int count) throws Exception {
    List<Item> sorted = IntStream.range(0, count).mapToObj(n -> Item.of("n", n)).toList();
    Item[] shuffled =
        IntStream.range(0, count)
            .mapToObj(n -> sorted.get((int) ((n * 7919L + 13) % count)))
            .toArray(Item[]::new);

    assertThat(
            NodeRun.of(new Sorting(NodeDescriptor.of("test.sort", "Sort").build()))
                .allowance(1)
                .input(shuffled)
                .run()
                .items())
        .isEqualTo(sorted);
  }
}
