package io.concertmaster.nodes.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.data.BinaryData;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;
import io.concertmaster.node.testkit.NodeRun;
import io.concertmaster.node.testkit.Outcome;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppendLogTest {
  @TempDir Path folder;
  Path target;

  @BeforeEach
  void names() {
    target = folder.resolve("log.txt");
  }

  @Test
  void runs_append_one_after_the_other() throws Exception {
    append(0, "a", "b").run().items();
    append(1, "c").run().items();

    assertThat(target).hasContent("a\nb\nc\n");
  }

  @Test
  void a_second_try_of_the_same_activation_adds_nothing_and_passes_its_items_on() throws Exception {
    append(0, "a", "b").run().items();
    append(1, "c").run().items();

    Outcome again = append(0, "a", "b").run();

    assertThat(target).hasContent("a\nb\nc\n");
    assertThat(again.records())
        .hasSize(2)
        .allSatisfy(each -> {
          assertThat(each.get("path")).isEqualTo(target.toString());
          assertThat(each.get("size")).isEqualTo(4L);
        });
  }

  @Test
  void a_try_that_died_after_the_entry_and_before_the_write_is_made_up_for() throws Exception {
    append(0, "a").run().items();
    append(1, "bcd").run().items();
    truncate("a\n".length());

    append(1, "bcd").run().items();

    assertThat(target).hasContent("a\nbcd\n");
  }

  @Test
  void half_a_line_is_taken_back_whoever_comes_next() throws Exception {
    append(0, "a").run().items();
    append(1, "bcdef").run().items();
    truncate("a\nbcd".length());

    Outcome other = append(2, "other").run();
    assertThat(target).hasContent("a\nother\n");
    assertThat(other.log()).singleElement().asString().contains("Took back");

    append(1, "bcdef").run().items();
    assertThat(target).hasContent("a\nother\nbcdef\n");
  }

  @Test
  void bytes_of_a_stranger_are_never_cut_off() throws Exception {
    append(0, "a").run().items();
    append(1, "bcdef").run().items();
    truncate("a\n".length());
    Files.writeString(target, "xyz", StandardOpenOption.APPEND);

    append(1, "bcdef").run().items();

    assertThat(target).hasContent("a\nxyzbcdef\n");
  }

  @Test
  void a_stranger_who_appends_afterwards_does_not_hide_what_was_done() throws Exception {
    append(0, "a").run().items();
    Files.writeString(target, "stranger\n", StandardOpenOption.APPEND);

    append(0, "a").run().items();

    assertThat(target).hasContent("a\nstranger\n");
  }

  @Test
  void dying_at_any_byte_leaves_each_line_exactly_once_after_the_resume() throws Exception {
    for (int torn = 0; torn <= 6; torn++) {
      Files.deleteIfExists(target);
      Files.deleteIfExists(folder.resolve(".log.txt.concertmaster-append"));
      append(0, "first").run().items();
      append(1, "12345").run().items();
      truncate(6 + torn);

      append(1, "12345").run().items();
      append(2, "last").run().items();

      assertThat(target).hasContent("first\n12345\nlast\n");
    }
  }

  @Test
  void a_torn_entry_counts_as_none() throws Exception {
    append(0, "a").run().items();
    append(1, "b").run().items();
    truncate("a\n".length());
    try (FileChannel log =
        FileChannel.open(
            folder.resolve(".log.txt.concertmaster-append"), StandardOpenOption.WRITE)) {
      log.write(ByteBuffer.wrap(new byte[] {9}), AppendRing.BYTES / AppendRing.SLOTS * 2 + 20);
    }

    append(1, "b").run().items();
    append(0, "a").run().items();

    assertThat(target).hasContent("a\nb\n");
  }

  @Test
  void an_item_that_fails_ends_the_entry_and_is_put_aside_again_by_the_next_try() throws Exception {
    List<Item> items =
        IntStream.range(0, 5).mapToObj(i -> Item.of("path", i == 2 ? "" : "log.txt")).toList();
    for (int attempt = 0; attempt < 2; attempt++) {
      Outcome outcome =
          NodeRun.of(new FileWrite())
              .folder(folder)
              .with("mode", "append")
              .with("content", "text")
              .with("text", "x")
              .withPerItem("path", item -> item.json().get("path"))
              .input(0, ItemList.of(items))
              .run();
      assertThat(outcome.records()).hasSize(4);
      assertThat(outcome.rejected()).singleElement().extracting("position").isEqualTo(2L);
    }
    assertThat(target).hasContent("x\nx\nx\nx\n");
  }

  @Test
  void large_files_are_appended_as_they_are_and_the_log_stays_small() throws Exception {
    NodeRun run =
        NodeRun.of(new FileWrite()).folder(folder).with("path", "log.txt").with("mode", "append");
    byte[] bytes = new byte[3 << 20];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i * 31);
    }
    BinaryData file = run.file("x.bin", "application/x", bytes);
    run.input(Item.of("n", 1).withBinary(Map.of("data", file)));

    run.run().items();
    run.run().items();

    assertThat(target).hasBinaryContent(bytes);
    assertThat(Files.size(folder.resolve(".log.txt.concertmaster-append")))
        .isLessThanOrEqualTo(AppendRing.BYTES);
  }

  @Test
  void more_appends_than_the_ring_holds_come_one_after_the_other() throws Exception {
    StringBuilder expected = new StringBuilder();
    for (int i = 0; i < AppendRing.SLOTS + 10; i++) {
      append(i, "line " + i).run().items();
      expected.append("line ").append(i).append('\n');
    }
    append(AppendRing.SLOTS, "line " + AppendRing.SLOTS).run().items();

    assertThat(target).hasContent(expected.toString());
  }

  @Test
  void runs_that_append_at_the_same_time_wait_for_each_other() throws Exception {
    List<Callable<Outcome>> tasks = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      int activation = i;
      tasks.add(() -> append(activation, "a" + activation, "b" + activation).run());
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<Outcome> done : threads.invokeAll(tasks)) {
        done.get().items();
      }
    }

    List<String> lines = Files.readAllLines(target);
    assertThat(lines).hasSize(16).doesNotHaveDuplicates();
    for (int i = 0; i < 8; i++) {
      assertThat(lines.indexOf("b" + i)).isEqualTo(lines.indexOf("a" + i) + 1);
    }
  }

  private NodeRun append(int activation, String... texts) {
    Item[] items = new Item[texts.length];
    for (int i = 0; i < texts.length; i++) {
      items[i] = Item.of("text", texts[i]);
    }
    return NodeRun.of(new FileWrite())
        .folder(folder)
        .runIndex(activation)
        .with("path", "log.txt")
        .with("mode", "append")
        .with("content", "text")
        .withPerItem("text", item -> item.json().get("text"))
        .input(items);
  }

  private void truncate(long size) throws IOException {
    try (FileChannel file = FileChannel.open(target, StandardOpenOption.WRITE)) {
      file.truncate(size);
    }
  }
}
