package io.concertmaster.engine.local.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.local.machine.Machine;
import io.concertmaster.engine.local.sqlite.StoreException;
import io.concertmaster.node.data.BinaryData;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;
import io.concertmaster.node.data.Paired;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ItemStoreTest {
  @TempDir Path folder;
  private Blobs blobs;
  private ItemStore store;

  @BeforeEach
  void open() {
    blobs = Blobs.open(Machine.THIS, folder.resolve("items.db"), () -> {});
    store = new ItemStore(blobs);
  }

  @AfterEach
  void close() {
    blobs.close();
  }

  private ItemListRef numbers(int count, Lineage lineage) throws Exception {
    ListWriter writer = store.write();
    for (int i = 0; i < count; i++) {
      writer.add(Item.of("n", i));
    }
    return writer.finish(lineage);
  }

  private long rows() throws Exception {
    return number("SELECT count(*) FROM blob");
  }

  private long number(String sql) throws Exception {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("items.db"));
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.getLong(1);
    }
  }

  @Test
  void aListOfManyChunksIsReadFromAnyPosition() throws Exception {
    ItemList list = store.list(numbers(10_000, Lineage.AS_SAID));
    assertThat(list.size()).isEqualTo(10_000);
    long expected = 0;
    for (Item item : list) {
      assertThat(item.json().get("n")).isEqualTo(expected++);
    }
    assertThat(expected).isEqualTo(10_000);
    for (long at : new long[] {0, 1_023, 1_024, 5_555, 9_999}) {
      assertThat(list.get(at).json().get("n")).isEqualTo(at);
      assertThat(list.from(at).next().json().get("n")).isEqualTo(at);
    }
    assertThat(list.from(10_000).hasNext()).isFalse();
    assertThatThrownBy(() -> list.get(10_000)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void whatWasWrittenTellsHowLongTheDiskTook() throws Exception {
    assertThat(blobs.commitTime(0.5)).isZero();
    numbers(3_000, Lineage.AS_SAID);
    assertThat(blobs.queued()).isZero();
    assertThat(blobs.commitTime(0.5)).isPositive();
    assertThat(blobs.commitTime(0.99)).isGreaterThanOrEqualTo(blobs.commitTime(0.5));
  }

  @Test
  void aListSurvivesClosingAndOpening() throws Exception {
    ItemListRef ref = numbers(3_000, Lineage.AS_SAID);
    close();
    open();
    assertThat(store.list(ref).get(2_999).json().get("n")).isEqualTo(2_999L);
  }

  @Test
  void theSameContentLiesInTheStoreOnce() throws Exception {
    ItemListRef first = numbers(5_000, Lineage.AS_SAID);
    long before = rows();
    assertThat(numbers(5_000, Lineage.AS_SAID)).isEqualTo(first);
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void anEmptyListNeedsNoRow() throws Exception {
    ItemListRef empty = numbers(0, Lineage.AS_SAID);
    assertThat(rows()).isZero();
    assertThat(store.list(empty).isEmpty()).isTrue();
  }

  @Test
  void largeItemsMakeShortChunks() throws Exception {
    ListWriter writer = store.write();
    String large = "x".repeat(400_000);
    for (int i = 0; i < 20; i++) {
      writer.add(Item.of("large", large + i));
    }
    ItemList list = store.list(writer.finish(Lineage.AS_SAID));
    assertThat(rows()).isGreaterThan(5);
    assertThat(list.get(19).json().get("large")).isEqualTo(large + 19);
  }

  @Test
  void lineageThatANodeLeftOutIsFilledInWhenTheListIsRead() throws Exception {
    assertThat(store.list(numbers(2_000, Lineage.SAME_POSITION)).get(1_500).paired())
        .containsExactly(new Paired(1_500, 0));
    assertThat(store.list(numbers(2_000, Lineage.FIRST_ITEM)).get(1_500).paired())
        .containsExactly(new Paired(0, 0));
    ItemListRef said = numbers(2_000, Lineage.AS_SAID);
    assertThat(store.list(said).get(1_500).paired()).isEmpty();
    assertThat(store.input(said, 2).get(1_500).paired()).containsExactly(new Paired(1_500, 2));
    assertThat(store.list(ItemStore.passed(said)).get(7).paired())
        .containsExactly(new Paired(7, 0));
  }

  @Test
  void filesOfAnySizeComeBackAndLieThereOnce() throws Exception {
    FileStore files = new FileStore(blobs);
    for (int size : new int[] {0, 1, FileStore.PART, FileStore.PART + 1, 3_000_000}) {
      byte[] bytes = new byte[size];
      new Random(size).nextBytes(bytes);
      BinaryData file = files.store("a.bin", "x/y", new ByteArrayInputStream(bytes));
      assertThat(file.size()).isEqualTo(size);
      try (InputStream in = files.open(file)) {
        assertThat(in.readAllBytes()).isEqualTo(bytes);
      }
      long before = rows();
      assertThat(files.store("a.bin", "x/y", new ByteArrayInputStream(bytes))).isEqualTo(file);
      assertThat(rows()).isEqualTo(before);
    }
  }

  @Test
  void everyFlippedBitIsSeen() throws Exception {
    ItemListRef ref = numbers(2_000, Lineage.AS_SAID);
    ItemListRef other = numbers(100, Lineage.AS_SAID);
    Random random = new Random(42);
    for (int i = 0; i < 60; i++) {
      long id = number("SELECT id FROM blob ORDER BY id LIMIT 1");
      long length = number("SELECT length(body) FROM blob WHERE id = " + id);
      String original = flip(id, random.nextInt((int) length), 1 << random.nextInt(8));
      assertThatThrownBy(() -> store.list(ref).from(0).next())
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("damaged");
      assertThat(store.list(other).get(99).json().get("n")).isEqualTo(99L);
      execute("UPDATE blob SET body = x'" + original + "' WHERE id = " + id);
    }
    assertThat(store.list(ref).from(0).next().json().get("n")).isEqualTo(0L);
  }

  /** Flips bits of a byte; tells the whole body as it was. */
  private String flip(long id, int at, int bits) throws Exception {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("items.db"));
        Statement statement = connection.createStatement()) {
      String hex;
      try (ResultSet row = statement.executeQuery("SELECT hex(body) FROM blob WHERE id = " + id)) {
        hex = row.getString(1);
      }
      int value = Integer.parseInt(hex.substring(2 * at, 2 * at + 2), 16) ^ bits;
      String flipped =
          hex.substring(0, 2 * at) + String.format("%02X", value) + hex.substring(2 * at + 2);
      statement.executeUpdate("UPDATE blob SET body = x'" + flipped + "' WHERE id = " + id);
      return hex;
    }
  }

  private void execute(String sql) throws Exception {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("items.db"));
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  @Test
  void workingDataIsReadAsOftenAsNeededAndLeavesNoFile() throws Exception {
    Path tmp = folder.resolve("tmp");
    try (ScratchFile file = new ScratchFile(tmp)) {
      ScratchRows scratch = new ScratchRows(file);
      List<Item> items = new ArrayList<>();
      RandomData data = new RandomData(3);
      for (int i = 0; i < 3_000; i++) {
        items.add(data.item(i));
        scratch.add(items.getLast());
      }
      ItemList list = scratch.finish();
      for (int pass = 0; pass < 2; pass++) {
        Iterator<Item> expected = items.iterator();
        list.forEach(item -> assertThat(item).isEqualTo(expected.next()));
      }
      assertThat(list.get(2_500)).isEqualTo(items.get(2_500));
      assertThatThrownBy(() -> scratch.add(items.getFirst()))
          .isInstanceOf(IllegalStateException.class);
    }
    assertThat(tmp).isEmptyDirectory();
  }
}
