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
import io.concertmaster.node.data.FieldPath;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;

/** Makes a text, HTML say, of a template for each item. */
public final class Template implements NodeType {
  private static final NodeDescriptor DESCRIPTOR =
      NodeDescriptor.of("text.template", "Template")
          .summary("Makes a text for each item from a template")
          .family(Family.DATA)
          .icon("mdomz-text_snippet")
          .keywords("html", "letter", "mail", "text", "merge", "document")
          .property(
              Property.of("text", "Template", new PropertyKind.Text("", 12))
                  .help("Expressions such as {{ $json.name }} stand for what differs.")
                  .mandatory())
          .property(
              Property.of("as", "Into field", new PropertyKind.FieldName())
                  .help("Where the text goes.")
                  .defaultsTo("html")
                  .mandatory())
          .property(
              Property.of("keepFields", "Keep the other fields", PropertyKind.flag())
                  .help("Off: items have the text only.")
                  .defaultsTo(false)
                  .literalOnly())
          .documentation(
              """
              Fills in a template for each item: a letter, a web page, a message. What expressions
              give is not escaped: do not put what strangers wrote into HTML that others will see.
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
          FieldPath target = FieldPath.of(settings.requiredText("as"));
          String text = settings.text("text");
          Item made =
              settings.flag("keepFields")
                  ? item.withJson(target.set(item.json(), text))
                  : Item.of(target.set(JsonObject.empty(), text));
          context.output().add(made.pairedTo(position, 0));
        });
    return NodeResult.done();
  }
}
