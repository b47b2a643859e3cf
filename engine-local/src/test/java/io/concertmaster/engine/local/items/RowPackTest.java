package io.concertmaster.engine.local.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;
import io.concertmaster.node.data.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowPackTest {
  @TempDir Path folder;

  private static int[] shuffled(int count, long seed) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, count).boxed().toList());
    Collections.shuffle(order, new Random(seed));
    return order.stream().mapToInt(Integer::intValue).toArray();
  }

  private static void assertSame(Iterator<Item> items, List<Item> expected, int[] order) {
    for (int index : order) {
      assertThat(items.next()).isEqualTo(expected.get(index));
    }
    assertThat(items.hasNext()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 63, 64, 65, 6_000})
  void itemsComeBackInAnyOrderFromMemoryAndFromDisk(int count) throws Exception {
    try (ScratchFile file = new ScratchFile(folder)) {
      RowPack pack = new RowPack(file);
      RandomData data = new RandomData(count);
      List<ItemList> spilled = new ArrayList<>();
      List<List<Item>> expected = new ArrayList<>();
      for (int round = 0; round < 3; round++) {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
          items.add(data.item(i));
          pack.add(items.getLast());
        }
        expected.add(items);
        assertThat(pack.size()).isEqualTo(count);
        int[] order = shuffled(count, round);
        assertSame(pack.inOrder(order), items, order);
        spilled.add(pack.spill(order));
        assertThat(pack.size()).isZero();
        assertThat(pack.bytes()).isLessThan(8_192);
      }
      for (int round = 0; round < 3; round++) {
        int[] order = shuffled(count, round);
        assertThat(spilled.get(round).size()).isEqualTo(count);
        assertSame(spilled.get(round).iterator(), expected.get(round), order);
        if (count > 0) {
          int last = count - 1;
          assertThat(spilled.get(round).get(last)).isEqualTo(expected.get(round).get(order[last]));
        }
      }
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void recordsOfEverNewFieldsDoNotFillTheMemory() throws Exception {
    try (ScratchFile file = new ScratchFile(folder)) {
      RowPack pack = new RowPack(file);
      List<Item> items = new ArrayList<>();
      for (int i = 0; i < 10_000; i++) {
        items.add(Item.of(JsonObject.of("field" + i, JsonObject.of("inner" + i, i), "b", i)));
        pack.add(items.getLast());
      }
      int[] order = shuffled(items.size(), 1);
      assertThat(file.shapes().size()).isEqualTo(4_096);
      assertSame(pack.inOrder(order), items, order);
      assertSame(pack.spill(order).iterator(), items, order);
    }
  }

  @Test
  void aRowMayBeLargerThanASlab() throws Exception {
    try (ScratchFile file = new ScratchFile(folder)) {
      RowPack pack = new RowPack(file);
      List<Item> items =
          List.of(
              Item.of("a", "x".repeat(1_000_000)),
              Item.of("a", "y"),
              Item.of("a", "é".repeat(700_000)),
              Item.of("a", "z".repeat(300_000)));
      for (Item item : items) {
        pack.add(item);
      }
      int[] order = {3, 1, 0, 2};
      assertSame(pack.inOrder(order), items, order);
      assertThat(pack.bytes()).isGreaterThan(2_700_000);
      assertSame(pack.spill(order).iterator(), items, order);
    }
  }

  @Test
  void aListThatIsFinishedTakesNothingMore() throws Exception {
    try (ScratchFile file = new ScratchFile(folder)) {
      ScratchRows rows = new ScratchRows(file);
      rows.finish();
      assertThatThrownBy(() -> rows.add(Item.of("a", 1))).isInstanceOf(IllegalStateException.class);
    }
  }
}
