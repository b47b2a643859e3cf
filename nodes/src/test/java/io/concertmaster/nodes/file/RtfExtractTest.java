package io.concertmaster.nodes.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.testkit.NodeRun;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RtfExtractTest {
  private static List<JsonObject> extract(String cells) throws Exception {
    NodeRun run = NodeRun.of(new FileExtract()).with("format", "rtf").with("header", false);
    byte[] bytes = ("{\\rtf1 " + cells + "\\row}").getBytes(StandardCharsets.ISO_8859_1);
    return run.input(
            Item.of("id", 7).withBinary(Map.of("data", run.file("x.rtf", "text/rtf", bytes))))
        .run()
        .records();
  }

  @Test
  void a_group_says_what_stands_after_a_character_for_old_readers() throws Exception {
    assertThat(extract("{\\uc0\\u228 bc}\\cell \\u228?bc\\cell\\uc2\\u228 ??b{\\u228 }c\\cell"))
        .containsExactly(JsonObject.of("column1", "äbc", "column2", "äbc").with("column3", "äbäc"));
  }
}
