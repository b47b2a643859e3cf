package io.concertmaster.nodes.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.Paired;
import io.concertmaster.node.testkit.DescriptorRules;
import io.concertmaster.node.testkit.NodeRun;
import io.concertmaster.node.testkit.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileReadTest {
  @TempDir Path folder;

  @Test
  void the_descriptor_is_complete() {
    assertThat(DescriptorRules.complaints(new FileRead())).isEmpty();
  }

  @Test
  void a_file_becomes_an_item_that_carries_it_and_tells_about_it() throws Exception {
    Path file = Files.writeString(folder.resolve("Orders.CSV"), "a,b\n1,2\n");
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-05T09:30:00Z")));

    Outcome outcome = run("Orders.CSV").run();

    assertThat(outcome.records())
        .containsExactly(
            JsonObject.builder()
                .put("fileName", "Orders.CSV")
                .put("path", file.toString())
                .put("extension", "csv")
                .put("mimeType", "text/csv")
                .put("size", 8)
                .put("modified", "2026-01-05T09:30:00Z")
                .build());
    Item item = outcome.items().getFirst();
    assertThat(item.paired()).containsExactly(new Paired(0, 0));
    assertThat(outcome.bytes(item.binary().get("data"))).asString().isEqualTo("a,b\n1,2\n");
  }

  @Test
  void braces_hold_choices_where_that_is_wanted() throws Exception {
    write("in/a.csv", "in/b.txt", "in/c.xml");

    assertThat(run("in/*.{csv,txt}").with("choices", true).run().items()).hasSize(2);
    assertThat(run("in/*.{csv,txt}").with("optional", true).run().items()).isEmpty();
    assertThat(FilePattern.choices("{a,b{1,2}}.x")).containsExactly("a.x", "b1.x", "a.x", "b2.x");
  }

  @Test
  void the_item_can_go_on_as_it_came_or_tell_media_facts() throws Exception {
    write("a.json");
    Item kept = run("a.json").with("item", "keep").run().items().getFirst();
    assertThat(kept.json()).doesNotContainKey("fileName");
    assertThat(kept.binary()).containsKey("data");

    assertThat(
            run("a.json")
                .with("item", "media")
                .with("fileName", "b.json")
                .run()
                .records()
                .getFirst())
        .containsEntry("fileName", "b.json")
        .containsEntry("fileType", "json")
        .containsEntry("fileExtension", "json")
        .containsKey("fileSize");
    assertThat(FileMedia.size(1_234)).isEqualTo("1.23 kB");
    assertThat(FileMedia.size(20)).isEqualTo("20 B");
    assertThat(FileMedia.size(999_950)).isEqualTo("1 MB");
  }

  @Test
  void a_pattern_finds_files_in_the_order_of_their_paths() throws Exception {
    write("in/b.csv", "in/a.csv", "in/a.txt", "in/.hidden.csv", "in/deep/c.csv", "d.csv");

    assertThat(found("in/*.csv")).containsExactly("in/a.csv", "in/b.csv");
    assertThat(found("in/?.txt")).containsExactly("in/a.txt");
    assertThat(found("**/*.csv")).containsExactly("d.csv", "in/a.csv", "in/b.csv", "in/deep/c.csv");
    assertThat(found("in/**")).containsExactly("in/a.csv", "in/a.txt", "in/b.csv", "in/deep/c.csv");
    assertThat(found("in/.h*")).containsExactly("in/.hidden.csv");
    assertThat(found("*/*/c.csv")).containsExactly("in/deep/c.csv");
  }

  @Test
  void brackets_braces_and_dots_in_a_pattern_are_ordinary() throws Exception {
    write("x/[a]{b}.csv", "x/ab.csv", "x/acsv");

    assertThat(found("x/[a]{b}*")).containsExactly("x/[a]{b}.csv");
    assertThat(found("x/*.csv")).containsExactly("x/[a]{b}.csv", "x/ab.csv");
  }

  @Test
  void a_missing_file_is_one_clear_line() throws Exception {
    Outcome outcome = run("nowhere.csv").stopAtReject().run();

    assertThat(outcome.error())
        .hasMessage(
            "There is no file "
                + folder.resolve("nowhere.csv")
                + ": correct the path, or switch on “Go on when nothing matches”");
    assertThat(outcome.error().property()).isEqualTo("path");
  }

  @Test
  void a_pattern_without_files_or_folder_can_be_let_pass() throws Exception {
    assertThat(run("missing/*.csv").with("optional", true).run().records()).isEmpty();
    assertThat(run("missing.csv").with("optional", true).run().records()).isEmpty();
    assertThat(run("missing/*.csv").stopAtReject().run().error())
        .hasMessageStartingWith("No file matches “missing/*.csv”");
  }

  @Test
  void a_folder_is_refused_with_advice() throws Exception {
    Files.createDirectory(folder.resolve("in"));

    assertThat(run("in").stopAtReject().run().error())
        .hasMessage("“in” is a folder: add /* to read the files in it");
  }

  @Test
  void each_item_may_name_its_own_file_and_a_bad_one_is_put_aside() throws Exception {
    write("a.txt", "b.txt");

    Outcome outcome =
        NodeRun.of(new FileRead())
            .folder(folder)
            .withPerItem("path", item -> item.json().get("name"))
            .input(Item.of("name", "a.txt"), Item.of("name", "x.txt"), Item.of("name", "b.txt"))
            .run();

    assertThat(outcome.records())
        .extracting(each -> each.get("fileName"))
        .containsExactly("a.txt", "b.txt");
    assertThat(outcome.items().get(1).paired()).containsExactly(new Paired(2, 0));
    assertThat(outcome.rejected()).singleElement().extracting("position").isEqualTo(1L);
  }

  private NodeRun run(String path) {
    return NodeRun.of(new FileRead()).folder(folder).with("path", path).input(Item.of("n", 1));
  }

  private List<String> found(String pattern) throws Exception {
    return run(pattern).run().records().stream()
        .map(each -> folder.relativize(Path.of((String) each.get("path"))).toString())
        .toList();
  }

  private void write(String... names) throws Exception {
    for (String name : names) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, name);
    }
  }
}
