package io.concertmaster.hosted.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What stands on a page, and what a browser without scripts can do with it. */
class PlainBrowserTest {
  @Test
  void aFileInAnEntryIsSentWithItsBytes() throws Exception {
    PlainBrowser browser =
        PlainBrowser.open(
            """
            "rows": {"type": "array", "items": {"type": "object", "properties": {"photo": {"type": "object",
            "format": "file"}}}}
            """,
            "[]",
            """
            {"type": "VerticalLayout", "elements": [{"type": "Control", "scope": "#/properties/rows",
            "options": {"detail": {"type": "VerticalLayout", "elements": [
            {"type": "Control", "scope": "#/properties/photo"}]}}}]}
            """,
            "{\"rows\": [{}]}");

    assertThat(browser.control("/rows/0/photo").attr("type")).isEqualTo("file");
    assertThat(browser.page().select("form").attr("enctype")).isEqualTo("multipart/form-data");
  }
}
