package io.concertmaster.nodes.http;

import io.concertmaster.node.NodeException;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.nodes.text.MarkupText;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** The entries of a feed as records: RSS 0.9 to 2.0 (with RDF), and Atom (RFC 4287). */
final class FeedEntries {
  private static final Pattern BLOCK =
      Pattern.compile(
          "</?(?:h|br|p|ul|ol|li|blockquote|section|table|tr|div)[^>]*>", Pattern.CASE_INSENSITIVE);

  private final Element entry;
  private final JsonObject.Builder record = JsonObject.builder();
  private String date = "";

  private FeedEntries(Element entry) {
    this.entry = entry;
  }

  /**
   * The entries of an answer.
   *
   * @param further names of other elements that become fields
   */
  static List<JsonObject> of(Answer answer, List<String> further)
      throws NodeException, IOException {
    Document document;
    try (InputStream bytes = answer.open()) {
      document = Jsoup.parse(bytes, null, "", Parser.xmlParser());
    }
    Element atom = document.selectFirst("feed");
    boolean rss = document.selectFirst("rss, rdf|RDF, channel") != null;
    if (atom == null && !rss) {
      throw new NodeException(
              Call.shown(answer.uri()) + " is no feed: there is neither RSS nor Atom in it")
          .atProperty("url");
    }
    List<JsonObject> entries = new ArrayList<>();
    for (Element element : document.select(rss ? "item" : "entry")) {
      FeedEntries one = new FeedEntries(element);
      one.common(rss);
      if (rss) {
        one.rss();
      } else {
        one.atom();
      }
      one.further(further);
      FeedDate.iso(one.date).ifPresent(iso -> one.record.put("isoDate", iso));
      entries.add(one.record.build());
    }
    return entries;
  }

  private Optional<Element> child(String name) {
    return entry.children().stream().filter(each -> each.tagName().equals(name)).findFirst();
  }

  private Optional<String> text(String name) {
    return child(name).map(element -> element.wholeText().strip());
  }

  private void copy(String name, String field) {
    text(name).filter(text -> !text.isEmpty()).ifPresent(text -> record.put(field, text));
  }

  private void common(boolean rss) {
    if (rss) {
      copy("author", "creator");
    }
    copy("dc:creator", "creator");
    copy("dc:date", "date");
    copy("dc:language", "language");
    copy("dc:rights", "rights");
    copy("dc:source", "source");
    copy("dc:title", "title");
    copy("title", "title");
    copy("summary", "summary");
    copy("comments", "comments");
    copy("dc:creator", "dc:creator");
    copy("dc:date", "dc:date");
    text("content:encoded")
        .ifPresent(text ->
            record.put("content:encoded", text).put("content:encodedSnippet", snippet(text)));
    date = text("pubDate").or(() -> text("dc:date")).orElse("");
  }

  private void rss() {
    copy("link", "link");
    copy("pubDate", "pubDate");
    copy("author", "author");
    child("enclosure").ifPresent(each -> record.put("enclosure", attributes(each)));
    text("description").ifPresent(this::content);
    copy("guid", "guid");
    List<String> subjects =
        entry.children().stream()
            .filter(each -> each.tagName().equals("category"))
            .map(each -> each.wholeText().strip())
            .toList();
    if (!subjects.isEmpty()) {
      record.put("categories", JsonArray.copyOf(subjects));
    }
  }

  private void atom() {
    List<Element> links =
        entry.children().stream().filter(each -> each.tagName().equals("link")).toList();
    links.stream()
        .filter(link -> link.attr("rel").equals("alternate") || link.attr("rel").isEmpty())
        .findFirst()
        .or(() -> links.stream().findFirst())
        .ifPresent(link -> record.put("link", link.attr("href")));
    links.stream()
        .filter(link -> link.attr("rel").equals("enclosure"))
        .findFirst()
        .ifPresent(link -> record.put("enclosure", attributes(link)));
    String published = text("published").or(() -> text("updated")).orElse("");
    FeedDate.iso(published).ifPresent(iso -> record.put("pubDate", iso));
    date = published;
    child("author")
        .map(author -> author.selectFirst("name"))
        .ifPresent(name -> record.put("author", name.wholeText().strip()));
    child("content").map(FeedEntries::markup).ifPresent(this::content);
    child("summary").map(FeedEntries::markup).ifPresent(text -> record.put("summary", text));
    copy("id", "id");
  }

  /** The content of a text construct; XHTML inside it as markup. */
  private static String markup(Element element) {
    return element.attr("type").equals("xhtml")
        ? element.html().strip()
        : element.wholeText().strip();
  }

  private void content(String text) {
    record.put("content", text).put("contentSnippet", snippet(text));
  }

  private void further(List<String> names) {
    for (String name : names) {
      child(name.strip())
          .ifPresent(element -> {
            String text = element.wholeText().strip();
            record.put(name.strip(), text.isEmpty() ? attributes(element) : text);
          });
    }
  }

  private static JsonObject attributes(Element element) {
    JsonObject.Builder attributes = JsonObject.builder();
    for (Attribute attribute : element.attributes()) {
      attributes.put(attribute.getKey(), attribute.getValue());
    }
    return attributes.build();
  }

  /** A text without its markup, blocks on lines of their own. */
  private static String snippet(String text) {
    return Parser.unescapeEntities(MarkupText.plain(lines(text)), false).strip();
  }

  /** A text with a line break in place of a block's tag that has text on both sides. */
  private static String lines(String text) {
    StringBuilder lines = new StringBuilder(text.length());
    int end = text.lastIndexOf('>') + 1;
    int copied = 0;
    int last = -1;
    // Up to the last “>” every tag that begins ends too: no search is in vain.
    for (Matcher tag = BLOCK.matcher(text).region(0, end); tag.find(); ) {
      int before = tag.start() - 1;
      // The character after a tag that became a line break counts for that one only.
      if (before > last
          && text.charAt(before) != '\n'
          && tag.end() < text.length()
          && text.charAt(tag.end()) != '\n') {
        lines.append(text, copied, tag.start()).append('\n');
        copied = tag.end();
        last = copied;
      }
    }
    return lines.append(text, copied, text.length()).toString();
  }
}
