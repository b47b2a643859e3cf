package io.concertmaster.nodes.text;

import io.concertmaster.node.EachItem;
import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.data.FieldPath;
import io.concertmaster.node.data.JsonObject;

/** Makes HTML of Markdown, and Markdown of HTML. */
public final class Markdown implements NodeType {
  @Override
  public NodeDescriptor descriptor() {
    return MarkdownFace.DESCRIPTOR;
  }

  @Override
  public String caption(JsonObject parameters) {
    return "toMarkdown".equals(parameters.get("operation")) ? "to Markdown" : "to HTML";
  }

  @Override
  public NodeResult run(NodeContext context) throws NodeException, InterruptedException {
    EachItem.of(
        context,
        (item, position) -> {
          Parameters settings = context.parameters(item, position);
          String text = settings.text("text");
          String result =
              settings.text("operation").equals("toMarkdown")
                  ? HtmlMarkdown.of(settings).convert(text)
                  : MarkdownHtml.of(settings).convert(text);
          FieldPath target = FieldPath.of(settings.requiredText("as"));
          context
              .output()
              .add(item.withJson(target.set(item.json(), result)).pairedTo(position, 0));
        });
    return NodeResult.done();
  }
}
