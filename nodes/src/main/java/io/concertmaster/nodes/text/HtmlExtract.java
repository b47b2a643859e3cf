package io.concertmaster.nodes.text;

import io.concertmaster.node.EachItem;
import io.concertmaster.node.Family;
import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.PropertyKind.Option;
import io.concertmaster.node.data.FieldPath;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Takes values out of HTML. */
public final class HtmlExtract implements NodeType {
  private static final NodeDescriptor DESCRIPTOR =
      NodeDescriptor.of("text.htmlExtract", "Extract from HTML")
          .summary("Takes texts, links and attributes out of HTML")
          .family(Family.DATA)
          .icon("mdoal-code")
          .keywords("html", "scrape", "css", "selector", "web page", "parse", "links")
          .property(
              Property.of(
                      "from",
                      "From",
                      PropertyKind.choice(
                          Option.of("field", "A field"), Option.of("file", "A file of the item")))
                  .defaultsTo("field")
                  .literalOnly())
          .property(
              Property.of("field", "Field or file", new PropertyKind.FieldName())
                  .help("A text, or a list of texts: one item for each then.")
                  .defaultsTo("data")
                  .mandatory())
          .property(
              Property.of(
                      "values",
                      "Values",
                      PropertyKind.entries(
                          "value",
                          Property.of("as", "Into field", PropertyKind.text())
                              .help("The name of the field.")
                              .mandatory(),
                          Property.of("selector", "CSS selector", PropertyKind.text("h1"))
                              .help(
                                  "Which elements: h1, .price, a[href], table tr td:nth-child(2).")
                              .mandatory(),
                          Property.of("take", "Take", PropertyKind.choice(Taken.options()))
                              .defaultsTo("text"),
                          Property.of("attribute", "Attribute", PropertyKind.text("href"))
                              .when("take", "attribute"),
                          Property.of("skip", "Leave out", PropertyKind.text("img, nav"))
                              .help("CSS selectors of what is inside and not wanted.")
                              .when("take", "readable"),
                          Property.of("all", "All that match", PropertyKind.flag())
                              .help("As a list. Off: one value.")
                              .defaultsTo(false)))
                  .help("What to take out.")
                  .mandatory())
          .property(
              Property.of("trim", "Trim values", PropertyKind.flag())
                  .help("Blanks and line breaks at both ends are left out.")
                  .defaultsTo(true)
                  .literalOnly())
          .property(
              Property.of("cleanUp", "Clean up texts", PropertyKind.flag())
                  .help("Line breaks go, and of several blanks one stays.")
                  .defaultsTo(false)
                  .literalOnly())
          .documentation(
              """
              Reads a field as HTML and makes an item of the values that you name. `h1` gives the
              heading, `a` with the attribute `href` and *All that match* all links of a page.

              *Text* is the text of all elements that match, one after the other; *Readable text*
              is that of the first one with lines and lists as a person reads them; *HTML* is what
              is inside the first one; *Value* is that of a form's field. What is not found gives
              no field.
              """)
          .build();

  @Override
  public NodeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public NodeResult run(NodeContext context) throws NodeException, InterruptedException {
    EachItem.of(
        context,
        (item, position) -> {
          Parameters settings = context.parameters(item, position);
          List<Taken> values = new ArrayList<>();
          for (Parameters entry : settings.entries("values")) {
            values.add(Taken.of(entry));
          }
          boolean trim = settings.flag("trim");
          boolean cleanUp = settings.flag("cleanUp");
          for (String html : sources(context, item, settings)) {
            Document document = Jsoup.parse(html);
            document.outputSettings().prettyPrint(false);
            JsonObject record = JsonObject.empty();
            for (Taken value : values) {
              record = value.into(record, document, trim, cleanUp);
            }
            context.output().add(Item.of(record).pairedTo(position, 0));
          }
        });
    return NodeResult.done();
  }

  private static List<String> sources(NodeContext context, Item item, Parameters settings)
      throws NodeException, InterruptedException {
    String name = settings.requiredText("field");
    if (settings.text("from").equals("file")) {
      return List.of(TextFile.read(context, item, name));
    }
    Object value = FieldPath.of(name).get(item.json());
    if (value == null) {
      throw new NodeException("The item has no field “" + name + "” with HTML").atProperty("field");
    }
    return value instanceof JsonArray list
        ? list.stream().map(String::valueOf).toList()
        : List.of(value.toString());
  }
}
