package io.concertmaster.nodes.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.Effect;
import io.concertmaster.node.data.BinaryData;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.testkit.DescriptorRules;
import io.concertmaster.node.testkit.NodeRun;
import io.concertmaster.node.testkit.Outcome;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileWriteTest {
  @TempDir Path folder;

  @Test
  void the_descriptor_is_complete() {
    assertThat(DescriptorRules.complaints(new FileWrite())).isEmpty();
    assertThat(new FileWrite().effect(JsonObject.empty())).isEqualTo(Effect.IDEMPOTENT);
  }

  @Test
  void the_file_of_an_item_is_written_and_the_item_goes_on_with_path_and_size() throws Exception {
    NodeRun run = NodeRun.of(new FileWrite()).folder(folder).with("path", "out/sub/a.bin");
    BinaryData file = run.file("x.bin", "application/x", new byte[] {1, 2, 3});

    Outcome outcome = run.input(Item.of("id", 7).withBinary(Map.of("data", file))).run();

    Path target = folder.resolve("out/sub/a.bin");
    assertThat(target).hasBinaryContent(new byte[] {1, 2, 3});
    assertThat(outcome.records())
        .containsExactly(JsonObject.of("id", 7, "path", target.toString()).with("size", 3));
    assertThat(outcome.items().getFirst().binary()).containsKey("data");
  }

  @Test
  void replacing_leaves_the_new_content_and_nothing_beside_it() throws Exception {
    Path target = Files.writeString(folder.resolve("a.txt"), "old and long");

    text("a.txt", "new").with("mode", "overwrite").run().items();

    assertThat(target).hasContent("new\n");
    assertThat(folder).isDirectoryNotContaining("glob:**/.*");
  }

  @Test
  void replacing_through_a_link_keeps_the_link() throws Exception {
    Path real = Files.writeString(folder.resolve("real.txt"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.txt"), real);

    text("link.txt", "new").run().items();

    assertThat(link).isSymbolicLink();
    assertThat(real).hasContent("new\n");
  }

  @Test
  void creating_never_touches_what_is_there_but_finds_its_own_file_done() throws Exception {
    assertThat(text("a.txt", "mine").with("mode", "create").run().records()).hasSize(1);
    assertThat(text("a.txt", "mine").with("mode", "create").run().records()).hasSize(1);

    Outcome other = text("a.txt", "other").with("mode", "create").stopAtReject().run();

    assertThat(other.error()).hasMessageContaining("is there already, with other content");
    assertThat(folder.resolve("a.txt")).hasContent("mine\n");
    assertThat(folder).isDirectoryNotContaining("glob:**/.*");
  }

  @Test
  void line_breaks_are_added_where_they_are_missing_and_wanted() throws Exception {
    text("a.txt", "x\n").run().items();
    text("b.txt", "x").with("lineBreak", false).run().items();

    assertThat(folder.resolve("a.txt")).hasBinaryContent("x\n".getBytes(StandardCharsets.UTF_8));
    assertThat(folder.resolve("b.txt")).hasBinaryContent("x".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void a_missing_folder_a_folder_as_target_and_a_missing_file_are_one_clear_line_each()
      throws Exception {
    Files.createDirectory(folder.resolve("dir"));

    assertThat(text("no/a.txt", "x").with("createFolders", false).stopAtReject().run().error())
        .hasMessageContaining("There is no folder")
        .hasMessageContaining("Create missing folders");
    assertThat(text("dir", "x").stopAtReject().run().error())
        .hasMessage("“dir” is a folder: name a file in it");
    assertThat(text("a.txt", "x").with("content", "file").stopAtReject().run().error())
        .hasMessage("The item carries no file “data”: it carries none");
  }

  private NodeRun text(String path, String text) {
    return NodeRun.of(new FileWrite())
        .folder(folder)
        .with("path", path)
        .with("content", "text")
        .with("text", text)
        .input(Item.of("n", 1));
  }
}
