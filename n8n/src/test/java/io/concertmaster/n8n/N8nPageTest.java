package io.concertmaster.n8n;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.n8n.mapping.ForeignNode;
import io.concertmaster.n8n.mapping.Mapped;
import io.concertmaster.n8n.mapping.Mappings;
import io.concertmaster.n8n.mapping.NodeMapping;
import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds the table of nodes in docs/n8n.md and the mappings equal. */
class N8nPageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("concertmaster.root", ".."), "docs", "n8n.md");

  private static final String HEADING = "## Nodes\n";

  @BeforeAll
  static void writeTheTableWhenAskedTo() throws IOException {
    if (Boolean.getBoolean("concertmaster.writePages")) {
      String page = Files.readString(PAGE);
      int end = page.indexOf(HEADING) + HEADING.length();
      Files.writeString(PAGE, page.substring(0, end) + table());
    }
  }

  @Test
  void thePageNamesEveryNodeThatComesOver() {
    assertThat(PAGE)
        .as("run dev/node-pages to bring the table up to date")
        .content()
        .endsWith(HEADING + table());
  }

  private static String table() {
    TreeMap<String, String> rows = new TreeMap<>();
    for (NodeMapping mapping : Mappings.builtIn().all()) {
      for (String type : mapping.types()) {
        rows.put(type, ours(mapping, type));
      }
    }
    StringBuilder table =
        new StringBuilder("\nMade from the mappings by `dev/node-pages`.\n\n")
            .append("| in n8n | here |\n| --- | --- |\n");
    rows.forEach((type, ours) ->
        table.append("| `").append(type).append("` | ").append(ours).append(" |\n"));
    return table.toString();
  }

  /** What a type's versions become, with nothing set. */
  private static String ours(NodeMapping mapping, String type) {
    Set<String> found = new TreeSet<>();
    for (int tenths = 10; tenths <= 50; tenths++) {
      ForeignNode node = new ForeignNode(JsonObject.of("type", type, "typeVersion", tenths / 10.0));
      Optional<Mapped> mapped = mapping.read(node, Findings.unheard());
      mapped.ifPresent(each -> found.add("[`" + each.type() + "`](nodes/" + each.type() + ".md)"));
    }
    return found.isEmpty() ? "what its settings ask for" : String.join(", ", found);
  }
}
