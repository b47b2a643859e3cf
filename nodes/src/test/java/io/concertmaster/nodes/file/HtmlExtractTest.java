package io.concertmaster.nodes.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.testkit.NodeRun;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HtmlExtractTest {
  private static List<JsonObject> extract(String html) throws Exception {
    NodeRun run = NodeRun.of(new FileExtract()).with("format", "html").with("header", false);
    byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
    return run.input(
            Item.of("id", 7).withBinary(Map.of("data", run.file("x.html", "text/html", bytes))))
        .run()
        .records();
  }

  @Test
  void a_row_has_no_more_cells_than_a_sheet() throws Exception {
    List<JsonObject> rows =
        extract("<table><tr>" + "<td colspan=16384>a".repeat(10_000) + "<tr><td>b</table>");

    assertThat(rows).hasSize(2);
    assertThat(rows.getFirst()).hasSize(16_384).containsEntry("column1", "a");
  }
}
