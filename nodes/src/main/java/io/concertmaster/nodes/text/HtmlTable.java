package io.concertmaster.nodes.text;

import io.concertmaster.node.Family;
import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.data.FieldPath;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.Paired;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/** Makes one HTML table of all items. */
public final class HtmlTable implements NodeType {
  private static final int MOST_ROWS = 100_000;
  private static final int MOST_ANCESTORS = 100;

  private static final NodeDescriptor DESCRIPTOR =
      NodeDescriptor.of("text.htmlTable", "HTML table")
          .summary("Makes one HTML table of all items")
          .family(Family.DATA)
          .icon("mdoal-border_all")
          .keywords("html", "table", "report", "mail", "rows")
          .property(
              Property.of("as", "Into field", new PropertyKind.FieldName())
                  .help("The field of the result with the table.")
                  .defaultsTo("table")
                  .mandatory())
          .property(Property.of("caption", "Caption", PropertyKind.text()))
          .property(
              Property.of("capitalize", "Headings in words", PropertyKind.flag())
                  .help("`first_name` becomes First Name.")
                  .defaultsTo(false))
          .property(
              Property.of("plain", "Without a style", PropertyKind.flag())
                  .help("The table has no style of its own then.")
                  .defaultsTo(false))
          .property(attributes("tableAttributes", "Attributes of the table"))
          .property(attributes("headerAttributes", "Attributes of headings"))
          .property(attributes("rowAttributes", "Attributes of rows"))
          .property(attributes("cellAttributes", "Attributes of cells"))
          .documentation(
              """
              Makes one item with an HTML table: a row for each item and a column for each field
              that any of them has. What the fields hold is escaped: it shows as text and cannot
              add elements to a page. Send it by mail, or put it into a template.
              """)
          .build();

  private static Property attributes(String name, String label) {
    return Property.of(name, label, PropertyKind.text("class=\"report\""))
        .help("Written into the tag as they are.");
  }

  @Override
  public NodeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public NodeResult run(NodeContext context) throws NodeException, InterruptedException {
    if (context.input().size() > MOST_ROWS) {
      throw new NodeException(
          "A table of more than " + MOST_ROWS + " rows is not made: limit the items first");
    }
    Set<String> columns = new LinkedHashSet<>();
    for (Item item : context.input()) {
      columns.addAll(item.json().keySet());
    }
    Parameters settings = context.parameters();
    boolean plain = settings.flag("plain");
    String style = plain ? "" : " style=\"padding:6px 16px 6px 0;border-bottom:1px solid #ddd\"";
    StringBuilder html = new StringBuilder("<table");
    html.append(plain ? "" : " style=\"border-spacing:0;font-family:sans-serif\"")
        .append(tag(settings, "tableAttributes"))
        .append(">\n");
    String caption = settings.text("caption");
    if (!caption.isEmpty()) {
      html.append("<caption>").append(Entities.escape(caption)).append("</caption>\n");
    }
    html.append("<thead").append(tag(settings, "headerAttributes")).append(">\n<tr>");
    for (String column : columns) {
      String heading = settings.flag("capitalize") ? inWords(column) : column;
      html.append("<th")
          .append(plain ? "" : style.replace("\"padding", "\"text-align:left;padding"))
          .append('>')
          .append(Entities.escape(heading))
          .append("</th>");
    }
    html.append("</tr>\n</thead>\n<tbody>\n");
    String row = "<tr" + tag(settings, "rowAttributes") + ">";
    String cell = "<td" + style + tag(settings, "cellAttributes") + ">";
    for (Item item : context.input()) {
      context.checkInterrupted();
      html.append(row);
      for (String column : columns) {
        html.append(cell).append(Entities.escape(text(item.json().get(column)))).append("</td>");
      }
      html.append("</tr>\n");
    }
    html.append("</tbody>\n</table>");
    context
        .output()
        .add(
            Item.of(
                    FieldPath.of(settings.requiredText("as"))
                        .set(JsonObject.empty(), html.toString()))
                .pairedTo(ancestors(context.input().size())));
    return NodeResult.done();
  }

  private static List<Paired> ancestors(long size) {
    List<Paired> ancestors = new ArrayList<>();
    for (long position = 0; size <= MOST_ANCESTORS && position < size; position++) {
      ancestors.add(new Paired(position, 0));
    }
    return ancestors;
  }

  private static String tag(Parameters settings, String name) throws NodeException {
    String attributes = settings.text(name).strip();
    return attributes.isEmpty() ? "" : " " + attributes;
  }

  private static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Boolean flag -> flag ? "yes" : "no";
      case JsonObject object -> Json.write(object);
      case JsonArray list -> Json.write(list);
      default -> value.toString();
    };
  }

  private static String inWords(String name) {
    StringBuilder words = new StringBuilder();
    for (String word : name.replaceAll("([a-z])([A-Z])", "$1 $2").split("[\\s_-]+", -1)) {
      words
          .append(words.isEmpty() || word.isEmpty() ? "" : " ")
          .append(word.isEmpty() ? "" : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return words.toString();
  }
}
