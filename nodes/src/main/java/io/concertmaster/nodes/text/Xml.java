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
import io.concertmaster.node.data.JsonObject;

/** Makes records of XML texts, and XML texts of records. */
public final class Xml implements NodeType {
  private static final NodeDescriptor DESCRIPTOR =
      NodeDescriptor.of("text.xml", "XML")
          .summary("Makes records of XML, and XML of records")
          .family(Family.DATA)
          .icon("mdoal-developer_board")
          .keywords("parse", "soap", "rss", "feed", "convert", "markup")
          .property(
              Property.of(
                      "operation",
                      "Do",
                      PropertyKind.choice(
                          Option.of("read", "Read XML"), Option.of("write", "Write XML")))
                  .defaultsTo("read")
                  .literalOnly())
          .property(
              Property.of("field", "Field with the XML", new PropertyKind.FieldName())
                  .help("From where it is read, or where it goes.")
                  .defaultsTo("data")
                  .mandatory())
          .property(
              Property.of(
                      "attributes",
                      "Attributes",
                      PropertyKind.choice(
                          Option.of("merge", "Become fields like elements"),
                          Option.of("apart", "Go into an object of their own"),
                          Option.of("none", "Are left out")))
                  .defaultsTo("merge")
                  .when("operation", "read"))
          .property(
              Property.of("attributeKey", "Name for attributes", PropertyKind.text())
                  .help("The field with an element's attributes.")
                  .defaultsTo("$"))
          .property(
              Property.of("textKey", "Name for texts", PropertyKind.text())
                  .help("The field with the text of an element that has attributes or elements.")
                  .defaultsTo("_"))
          .property(flag("lists", "Every element is a list", false, "read"))
          .property(flag("keepRoot", "Keep the root element", true, "read"))
          .property(flag("trim", "Trim texts", false, "read"))
          .property(flag("normalize", "Of several blanks keep one", false, "read"))
          .property(flag("lowerCase", "Names in small letters", false, "read"))
          .property(
              Property.of("rootName", "Root element", PropertyKind.text())
                  .help("Its name, where the item has more than one field.")
                  .defaultsTo("root")
                  .when("operation", "write"))
          .property(flag("declaration", "Begin with <?xml … ?>", true, "write"))
          .property(flag("cdata", "Special characters in CDATA", false, "write"))
          .documentation(
              """
              *Read* makes the item a record of the XML in a field: `<a id="1"><b>x</b></a>` becomes
              `{ "a": { "id": "1", "b": "x" } }`. Elements with the same name become a list; texts
              stay texts. External entities and document types are never read.

              *Write* makes an XML text of the whole item: the other way round, with attributes from
              the object `$` and the text from `_`.
              """)
          .build();

  private static Property flag(String name, String label, boolean usual, String operation) {
    return Property.of(name, label, PropertyKind.flag())
        .defaultsTo(usual)
        .when("operation", operation);
  }

  @Override
  public NodeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public String caption(JsonObject parameters) {
    return "write".equals(parameters.get("operation")) ? "write" : "read";
  }

  @Override
  public NodeResult run(NodeContext context) throws NodeException, InterruptedException {
    EachItem.of(
        context,
        (item, position) -> {
          Parameters settings = context.parameters(item, position);
          FieldPath field = FieldPath.of(settings.requiredText("field"));
          JsonObject record =
              settings.text("operation").equals("write")
                  ? field.set(JsonObject.empty(), XmlWriting.of(settings).write(item.json()))
                  : XmlReading.of(settings).read(xml(item, field));
          context.output().add(Item.of(record).pairedTo(position, 0));
        });
    return NodeResult.done();
  }

  private static String xml(Item item, FieldPath field) throws NodeException {
    if (field.get(item.json()) instanceof String text) {
      return text;
    }
    throw new NodeException("The item has no field “" + field.text() + "” with XML")
        .atProperty("field");
  }
}
