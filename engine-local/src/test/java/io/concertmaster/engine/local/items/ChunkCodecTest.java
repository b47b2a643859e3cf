package io.concertmaster.engine.local.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChunkCodecTest {
  private static List<Item> throughBytes(List<Item> items, long start) {
    ChunkWriter writer = new ChunkWriter();
    for (int i = 0; i < items.size(); i++) {
      writer.add(items.get(i), start + i);
    }
    byte[] chunk = Frame.unpack(Frame.pack(writer.finish()));
    ChunkReader reader = new ChunkReader(chunk, start);
    List<Item> read = new ArrayList<>();
    while (reader.hasNext()) {
      read.add(reader.next());
    }
    return read;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void itemsOfAllKindsComeBackAsTheyWere(long seed) {
    RandomData data = new RandomData(seed);
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      items.add(data.item(5_000 + i));
    }
    assertThat(throughBytes(items, 5_000)).isEqualTo(items);
  }

  @Test
  void theOrderOfFieldsAndTheirTypesAreKept() {
    JsonObject first = JsonObject.of("a", 1, "b", null);
    JsonObject second = JsonObject.of("b", 1.0, "a", -0.0);
    List<Item> read = throughBytes(List.of(Item.of(first), Item.of(second)), 0);
    assertThat(read.getFirst().json().shape().names()).containsExactly("a", "b");
    assertThat(read.getFirst().json().containsKey("b")).isTrue();
    assertThat(read.getLast().json().shape().names()).containsExactly("b", "a");
    assertThat(read.getLast().json().get("b")).isEqualTo(1.0);
    assertThat((double) (Double) read.getLast().json().get("a")).isEqualTo(-0.0);
  }

  @Test
  void anItemThatDescendsFromItsPositionTakesNoByteForIt() {
    ChunkWriter writer = new ChunkWriter();
    for (int i = 0; i < 100; i++) {
      writer.add(Item.of("x", 1).pairedTo(100_000 + i, 0), 100_000 + i);
    }
    // A byte of head, one of the shape's number, two of the value; the rest is the dictionary.
    assertThat(writer.finish()).hasSizeLessThan(100 * 4 + 20);
  }

  @Test
  void aChunkOfANewerVersionIsRefused() {
    ChunkWriter writer = new ChunkWriter();
    writer.add(Item.of("x", 1), 0);
    byte[] chunk = writer.finish();
    chunk[0] = 99;
    assertThatThrownBy(() -> new ChunkReader(chunk, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("newer");
  }

  @Test
  void deepDataComesBack() {
    Object deep = "bottom";
    for (int i = 0; i < 200; i++) {
      deep = JsonArray.of(JsonObject.of("down", deep));
    }
    List<Item> items = List.of(Item.of("deep", deep));
    assertThat(throughBytes(items, 0)).isEqualTo(items);
  }
}
