package io.concertmaster.nodes.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.testkit.DescriptorRules;
import io.concertmaster.node.testkit.NodeRun;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class FeedReadTest {
  private Loopback server;

  @BeforeEach
  void start() throws Exception {
    server = new Loopback();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private NodeRun read(String body) {
    server.answer("/feed", 200, "application/rss+xml", body);
    return NodeRun.of(new FeedRead()).with("url", server.url("/feed")).input(Item.of("id", 7));
  }

  @Test
  void the_descriptor_is_complete() {
    assertThat(DescriptorRules.complaints(new FeedRead())).isEmpty();
  }

  private Object snippet(String content) throws Exception {
    String escaped = content.replace("&", "&amp;").replace("<", "&lt;");
    return Objects.requireNonNull(
        read("<rss><item><description>" + escaped + "</description></item></rss>")
            .run()
            .records()
            .getFirst()
            .get("contentSnippet"));
  }

  @Test
  void a_snippet_has_a_line_for_each_block() throws Exception {
    assertThat(snippet("<p>a<b>b</b></p><p>c</p>\n<div>d<br/>e</div>f <i g <i>h"))
        .isEqualTo("ab\nc\nd\nef h");
  }

  @Test
  @Timeout(20)
  void tags_that_never_end_take_no_time() throws Exception {
    String open = "<p".repeat(300_000);

    assertThat(snippet(open + ">\n" + open)).isEqualTo(open);
  }

  @Test
  void entries_of_rss_become_items() throws Exception {
    String rss =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>News</title>
        <item><title>One &amp; all</title><link>https://example.org/1</link>
        <pubDate>Mon, 05 Jan 2026 09:30:00 +0100</pubDate><dc:creator>Ann</dc:creator>
        <description><![CDATA[<p>Hello</p><p>you &amp; me</p>]]></description>
        <guid isPermaLink="false">a1</guid><category>x</category><category>y</category>
        <enclosure url="https://example.org/1.mp3" type="audio/mpeg" length="5"/>
        <media:rating>good</media:rating></item>
        <item><title>Two</title></item></channel></rss>
        """;
    assertThat(read(rss).with("fields", "media:rating").run().records())
        .containsExactly(
            JsonObject.builder()
                .put("creator", "Ann")
                .put("title", "One & all")
                .put("dc:creator", "Ann")
                .put("link", "https://example.org/1")
                .put("pubDate", "Mon, 05 Jan 2026 09:30:00 +0100")
                .put(
                    "enclosure",
                    JsonObject.of("url", "https://example.org/1.mp3", "type", "audio/mpeg")
                        .with("length", "5"))
                .put("content", "<p>Hello</p><p>you &amp; me</p>")
                .put("contentSnippet", "Hello\nyou & me")
                .put("guid", "a1")
                .put("categories", JsonArray.of("x", "y"))
                .put("media:rating", "good")
                .put("isoDate", "2026-01-05T08:30:00.000Z")
                .build(),
            JsonObject.of("title", "Two"));
  }

  @Test
  void entries_of_atom_become_items() throws Exception {
    String atom =
        """
        <feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><entry><title>One</title>
        <link rel="edit" href="https://example.org/e"/><link href="https://example.org/1"/>
        <id>urn:1</id><updated>2026-01-05T09:30:00Z</updated>
        <author><name>Ann</name></author><content type="html">&lt;b&gt;Hi&lt;/b&gt;</content>
        </entry></feed>
        """;
    assertThat(read(atom).run().records())
        .containsExactly(
            JsonObject.builder()
                .put("title", "One")
                .put("link", "https://example.org/1")
                .put("pubDate", "2026-01-05T09:30:00.000Z")
                .put("author", "Ann")
                .put("content", "<b>Hi</b>")
                .put("contentSnippet", "Hi")
                .put("id", "urn:1")
                .put("isoDate", "2026-01-05T09:30:00.000Z")
                .build());
  }

  @Test
  void dates_come_in_many_forms() {
    assertThat(FeedDate.iso("Mon, 5 Jan 26 09:30 EST")).hasValue("2026-01-05T14:30:00.000Z");
    assertThat(FeedDate.iso("05 Jan 2026 09:30:10 GMT")).hasValue("2026-01-05T09:30:10.000Z");
    assertThat(FeedDate.iso("2026-01-05T09:30:00+0200")).hasValue("2026-01-05T07:30:00.000Z");
    assertThat(FeedDate.iso("2026-01-05")).hasValue("2026-01-05T00:00:00.000Z");
    assertThat(FeedDate.iso("soon")).isEmpty();
  }

  @Test
  void what_is_no_feed_is_told() throws Exception {
    assertThat(read("<html><body>hi</body></html>").run().rejected().getFirst().error())
        .hasMessageContaining("is no feed");
  }
}
