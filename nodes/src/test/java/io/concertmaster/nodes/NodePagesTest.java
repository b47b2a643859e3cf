package io.concertmaster.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds the pages in docs/nodes and the descriptors equal. {@code dev/node-pages} writes them. */
class NodePagesTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("concertmaster.root", ".."), "docs", "nodes");

  private static final List<NodeDescriptor> DESCRIPTORS =
      BuiltInNodes.catalog().all().stream().map(NodeType::descriptor).toList();

  @BeforeAll
  static void write_the_pages_when_asked_to() throws IOException {
    if (Boolean.getBoolean("concertmaster.writePages")) {
      Files.createDirectories(FOLDER);
      for (NodeType type : BuiltInNodes.catalog().all()) {
        Files.writeString(page(type.descriptor()), NodePage.of(type));
      }
      Files.writeString(FOLDER.resolve("README.md"), index());
    }
  }

  @Test
  void every_node_has_a_page_that_says_what_its_descriptor_says() throws IOException {
    for (NodeType type : BuiltInNodes.catalog().all()) {
      assertThat(page(type.descriptor()))
          .as("run dev/node-pages to bring the page up to date")
          .exists()
          .content()
          .isEqualTo(NodePage.of(type));
    }
  }

  @Test
  void the_index_lists_every_node() {
    assertThat(FOLDER.resolve("README.md"))
        .as("run dev/node-pages to bring the index up to date")
        .content()
        .isEqualTo(index());
  }

  @Test
  void there_is_no_page_of_a_node_that_is_gone() throws IOException {
    try (Stream<Path> pages = Files.list(FOLDER)) {
      assertThat(pages.map(page -> page.getFileName().toString()).toList())
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(
                      Stream.of("README.md"), DESCRIPTORS.stream().map(each -> each.type() + ".md"))
                  .toList());
    }
  }

  private static Path page(NodeDescriptor descriptor) {
    return FOLDER.resolve(descriptor.type() + ".md");
  }

  private static String index() {
    return DESCRIPTORS.stream()
        .map(descriptor ->
            "| [%s](%s.md) | `%s` | %s | %s |\n"
                .formatted(
                    descriptor.name(),
                    descriptor.type(),
                    descriptor.type(),
                    descriptor.family().label(),
                    descriptor.summary()))
        .collect(
            Collectors.joining(
                "",
                """
                # Nodes

                What comes with the product, in the order of the palette. How to write your own:
                [node-author.md](../node-author.md).

                | Node | Type | Group | What it does |
                | --- | --- | --- | --- |
                """,
                ""));
  }
}
