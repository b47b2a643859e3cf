package io.concertmaster.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Looks through a page for what only the program's own markup may have: a list of what is fine. */
final class HarmlessPage {
  private static final Set<String> ELEMENTS =
      Set.of(
          "#root",
          "html",
          "head",
          "meta",
          "title",
          "link",
          "script",
          "body",
          "main",
          "div",
          "nav",
          "section",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "p",
          "a",
          "ul",
          "ol",
          "li",
          "form",
          "fieldset",
          "legend",
          "label",
          "input",
          "select",
          "option",
          "textarea",
          "button",
          "span",
          "bdi",
          "strong",
          "em",
          "code",
          "pre",
          "blockquote",
          "hr",
          "br",
          "dl",
          "dt",
          "dd",
          "time",
          "img");

  private static final Set<String> ATTRIBUTES =
      Set.of(
          "lang",
          "dir",
          "charset",
          "name",
          "content",
          "rel",
          "href",
          "src",
          "defer",
          "class",
          "id",
          "role",
          "tabindex",
          "method",
          "novalidate",
          "enctype",
          "type",
          "value",
          "for",
          "required",
          "checked",
          "selected",
          "disabled",
          "hidden",
          "multiple",
          "placeholder",
          "accept",
          "rows",
          "min",
          "max",
          "step",
          "minlength",
          "maxlength",
          "pattern",
          "inputmode",
          "autocomplete",
          "readonly",
          "hreflang",
          "download",
          "title",
          "alt",
          "start",
          "cols",
          "datetime",
          "autocapitalize",
          "spellcheck",
          "list");

  /** To where pages are sent: the inbox's own, and those of forms at their own address. */
  private static final String OWN =
      "/inbox(/sign(in|out)|/tasks/[a-z]+/[0-9]+(\\?node=[A-Za-z0-9%+]+)?)?"
          + "|\\?[A-Za-z0-9%&=+._*-]*";

  private HarmlessPage() {}

  /** What a page has that it must not have. */
  static List<String> wrong(Document page) {
    List<String> wrong = new ArrayList<>();
    for (Element each : page.getAllElements()) {
      String name = each.normalName();
      if (!ELEMENTS.contains(name)) {
        wrong.add("the element " + name);
      }
      if (name.equals("script")
          && (!each.attr("src").matches("/assets/(form|inbox)\\.js") || !each.data().isEmpty())) {
        wrong.add("the script " + each);
      }
      if (name.equals("meta")
          && each.hasAttr("http-equiv")
          && !each.outerHtml().equals("<meta http-equiv=\"refresh\" content=\"1\">")) {
        wrong.add("the meta " + each);
      }
      for (Attribute attribute : each.attributes()) {
        wrong(each, attribute, wrong);
      }
      each.childNodes().stream()
          .filter(Comment.class::isInstance)
          .forEach(comment -> wrong.add("the comment " + comment));
    }
    return wrong;
  }

  private static void wrong(Element element, Attribute attribute, List<String> wrong) {
    String key = attribute.getKey();
    boolean known =
        ATTRIBUTES.contains(key)
            || key.equals("data-at")
            || key.equals("data-required")
            || key.startsWith("aria-")
            || (key.equals("action") && attribute.getValue().matches(OWN))
            || (key.equals("formaction") && attribute.getValue().matches("#at[A-Za-z0-9-]*"))
            || (key.equals("form") && attribute.getValue().equals("fill"))
            || (key.equals("http-equiv") && element.normalName().equals("meta"));
    if (!known) {
      wrong.add("the attribute " + key + " of " + element.normalName());
    }
    if (key.equals("href") || key.equals("src")) {
      String plain =
          attribute.getValue().replaceAll("[\\p{Cntrl}\\s]", "").toLowerCase(Locale.ROOT);
      boolean scheme = plain.matches("[a-z][a-z0-9+.-]*:.*");
      boolean fine =
          !scheme
              || plain.startsWith("http:")
              || plain.startsWith("https:")
              || plain.startsWith("mailto:")
              || (plain.equals("data:,") && element.normalName().equals("link"));
      if (!fine) {
        wrong.add("the address " + attribute.getValue() + " of " + element.normalName());
      }
    }
  }
}
