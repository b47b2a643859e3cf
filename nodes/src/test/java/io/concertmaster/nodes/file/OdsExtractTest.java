package io.concertmaster.nodes.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.testkit.NodeRun;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class OdsExtractTest {
  /** A spreadsheet with these rows. */
  private static NodeRun extract(String rows) throws Exception {
    String content =
        "<o:c xmlns:o='o' xmlns:t='t' xmlns:x='x'><t:table t:name='a'>" + rows + "</t:table></o:c>";
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("content.xml"));
      zip.write(content.getBytes(StandardCharsets.UTF_8));
    }
    NodeRun run = NodeRun.of(new FileExtract()).with("format", "ods").with("header", false);
    return run.input(
        Item.of("id", 7)
            .withBinary(Map.of("data", run.file("x.ods", "text/plain", bytes.toByteArray()))));
  }

  @Test
  void rows_that_are_the_same_all_come() throws Exception {
    assertThat(extract(row(150_000)).run().records()).hasSize(150_000);
  }

  @Test
  void more_rows_than_a_sheet_has_are_refused() throws Exception {
    NodeRun run =
        extract(
            "<t:table-row t:number-rows-repeated='1048570'><t:table-cell/></t:table-row>"
                + row(999_999_999));

    assertThat(run.run().rejected().getFirst().error()).hasMessageContaining("1048576 rows");
    assertThat(run.with("limit", 6).run().records()).hasSize(6);
  }

  private static String row(int times) {
    return "<t:table-row t:number-rows-repeated='"
        + times
        + "'><t:table-cell><x:p>v</x:p></t:table-cell></t:table-row>";
  }

  @Test
  void a_comment_is_no_part_of_the_value_and_blanks_are_counted() throws Exception {
    assertThat(
            extract(
                    "<t:table-row><t:table-cell><o:annotation><x:p>no</x:p></o:annotation>"
                        + "<x:p>a<x:s x:c='3'/>b<x:s/>c</x:p></t:table-cell></t:table-row>")
                .run()
                .records())
        .containsExactly(JsonObject.of("column1", "a   b c"));
  }
}
