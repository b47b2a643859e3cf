package io.concertmaster.nodes.text;

import io.concertmaster.node.Family;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.PropertyKind.Option;

/** The face of {@link Markdown}. */
final class MarkdownFace {
  private static final String TO_HTML = "toHtml";
  private static final String TO_MARKDOWN = "toMarkdown";

  static final NodeDescriptor DESCRIPTOR =
      NodeDescriptor.of("text.markdown", "Markdown")
          .summary("Makes HTML of Markdown, and Markdown of HTML")
          .family(Family.DATA)
          .icon("mdoal-format_bold")
          .keywords("html", "md", "convert", "readme", "format", "mail")
          .property(
              Property.of(
                      "operation",
                      "Make",
                      PropertyKind.choice(
                          Option.of(TO_HTML, "HTML of Markdown"),
                          Option.of(TO_MARKDOWN, "Markdown of HTML")))
                  .defaultsTo(TO_HTML)
                  .literalOnly())
          .property(
              Property.of("text", "Text", new PropertyKind.Text("{{ $json.text }}", 6))
                  .help("The Markdown or the HTML."))
          .property(
              Property.of("as", "Into field", new PropertyKind.FieldName())
                  .help("Where the result goes; dots lead into fields.")
                  .defaultsTo("data")
                  .mandatory())
          .property(html("tables", "Know tables", true))
          .property(html("strikethrough", "Know ~~strikethrough~~", true))
          .property(html("taskLists", "Know task lists", true))
          .property(html("lineBreaks", "Keep line breaks", false))
          .property(html("linkAddresses", "Make links of addresses", false))
          .property(html("newWindow", "Links open a new window", false))
          .property(
              Property.of(
                      "headingIds",
                      "Ids of headings",
                      PropertyKind.choice(
                          Option.of("plain", "mysection"),
                          Option.of("dashes", "my-section"),
                          Option.of("none", "None")))
                  .defaultsTo("plain")
                  .when("operation", TO_HTML))
          .property(
              Property.of("idPrefix", "Before ids", PropertyKind.text()).when("operation", TO_HTML))
          .property(
              Property.of(
                      "firstLevel", "Level of the biggest heading", PropertyKind.wholeNumber(1, 6))
                  .defaultsTo(1)
                  .when("operation", TO_HTML))
          .property(html("spaceBehindHash", "#Heading is no heading", false))
          .property(html("wholeDocument", "Make a whole page", false))
          .property(markdown("bullet", "Before items of lists", "*"))
          .property(markdown("emphasis", "Around emphasis", "_"))
          .property(markdown("strong", "Around strong emphasis", "**"))
          .property(markdown("fence", "Around code", "```"))
          .property(flag("indentCode", "Indent code instead"))
          .property(names("ignored", "Leave out elements", "nav, footer"))
          .property(names("blocks", "Elements in paragraphs", "span"))
          .property(flag("dataImages", "Keep embedded images"))
          .property(flag("references", "Addresses of links at the end"))
          .property(
              Property.of(
                      "mostNewlines", "Most line breaks in a row", PropertyKind.wholeNumber(1, 100))
                  .defaultsTo(3)
                  .when("operation", TO_MARKDOWN))
          .property(
              Property.of(
                      "replacements",
                      "Replace in texts",
                      PropertyKind.entries(
                          "replacement",
                          Property.of("find", "Find", PropertyKind.text())
                              .help("A regular expression.")
                              .mandatory(),
                          Property.of("with", "Replace with", PropertyKind.text())))
                  .when("operation", TO_MARKDOWN))
          .property(markdown("escapeAll", "Escape everywhere", ""))
          .property(markdown("escapeAllWith", "As", ""))
          .property(markdown("escapeStart", "Escape at the start of lines", ""))
          .property(markdown("escapeStartWith", "As", ""))
          .documentation(
              """
              *HTML of Markdown* turns headings, lists, links, code and the like into HTML; HTML in
              the source stays as it is. *Markdown of HTML* goes the other way: it keeps what
              Markdown can say, and the text of the rest. Scripts and styles are left out.

              The escape settings are regular expressions for texts that would mean something in
              Markdown; empty, they are the usual ones.
              """)
          .build();

  private MarkdownFace() {}

  private static Property html(String name, String label, boolean usual) {
    return Property.of(name, label, PropertyKind.flag())
        .defaultsTo(usual)
        .when("operation", TO_HTML);
  }

  private static Property flag(String name, String label) {
    return Property.of(name, label, PropertyKind.flag())
        .defaultsTo(false)
        .when("operation", TO_MARKDOWN);
  }

  private static Property markdown(String name, String label, String usual) {
    Property property =
        Property.of(name, label, PropertyKind.text()).when("operation", TO_MARKDOWN);
    return usual.isEmpty() ? property : property.defaultsTo(usual);
  }

  private static Property names(String name, String label, String example) {
    return Property.of(name, label, new PropertyKind.FieldNames())
        .help("Names of HTML elements, such as " + example + ".")
        .when("operation", TO_MARKDOWN);
  }
}
