package io.concertmaster.hosted.page;

import io.concertmaster.forms.Accent;
import io.concertmaster.forms.WritingDirection;
import java.util.List;

/**
 * What is around every page: the head, the language, the looks. Nothing inline: style and script
 * are files, so that the pages' content security policy can forbid everything else.
 *
 * @param language of the page, a BCP 47 tag
 * @param accent the form's colour
 * @param base where the style and the script lie, such as {@code /forms/}
 */
record PageShell(String language, Accent accent, String base) {
  /** Begins a document up to its main part. */
  Markup begin(String title, boolean script) {
    return begin(title, List.of("form.css"), script ? List.of("form.js") : List.of());
  }

  /**
   * The same with other looks.
   *
   * @param styles files of style, by name
   * @param scripts files of script, by name
   */
  Markup begin(String title, List<String> styles, List<String> scripts) {
    Markup page = new Markup().safe("<!doctype html>");
    page.open("html")
        .with("lang", language)
        .unlessEmpty("dir", WritingDirection.isRightToLeft(language) ? "rtl" : "");
    page.open("head");
    page.open("meta").with("charset", "utf-8");
    page.open("meta")
        .with("name", "viewport")
        .with("content", "width=device-width, initial-scale=1");
    page.open("meta").with("name", "robots").with("content", "noindex");
    page.open("link").with("rel", "icon").with("href", "data:,"); // or browsers look for one
    page.line("title", title);
    for (String each : styles) {
      page.open("link").with("rel", "stylesheet").with("href", base + each);
    }
    page.open("link")
        .with("rel", "stylesheet")
        .with("href", base + "accent-" + accent.hex() + ".css");
    for (String each : scripts) {
      page.open("script").with("src", base + each).flag("defer", true).text("").close();
    }
    page.close();
    return page.open("body").open("main");
  }

  /** Ends what {@link #begin} began. */
  static String end(Markup page) {
    return page.close().close().close().toString();
  }

  /** A page that only says something. */
  String notice(String title, List<String> paragraphs) {
    return end(card(title, paragraphs).close());
  }

  /** The same with a link beneath. */
  String notice(String title, List<String> paragraphs, String address, String label) {
    Markup page = card(title, paragraphs);
    page.open("p").open("a").with("href", address).text(label).close().close();
    return end(page.close());
  }

  /** A card that is not closed yet. */
  private Markup card(String title, List<String> paragraphs) {
    Markup page = begin(title, false);
    page.open("div").with("class", "card notice");
    page.line("h1", title);
    paragraphs.forEach(each -> page.line("p", each));
    return page;
  }

  /** A page that is asked for again every second. */
  String patience(String title, String text) {
    return refreshing("1", notice(title, List.of(text)));
  }

  /**
   * A page from which browsers go on at once, and stay where it leads to a file that they keep.
   *
   * @param address of our own, which needs no escaping
   * @param label of the link for those that do not go
   */
  String fetching(String title, String text, String address, String label) {
    return refreshing("0;url=" + address, notice(title, List.of(text), address, label));
  }

  private static String refreshing(String when, String page) {
    return page.replaceFirst(
        "<head>", "<head><meta http-equiv=\"refresh\" content=\"" + when + "\">");
  }
}
