package io.concertmaster.nodes.http;

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
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** Says what the caller of a webhook gets back. */
public final class Respond implements NodeType {
  private static final NodeDescriptor DESCRIPTOR =
      NodeDescriptor.of("http.respond", "Respond to webhook")
          .summary("Says what the caller of a webhook gets back")
          .family(Family.CONNECT)
          .icon("mdomz-reply")
          .keywords("answer", "response", "return", "webhook", "reply", "http")
          .property(
              Property.of(
                      "with",
                      "Answer with",
                      PropertyKind.choice(
                          Option.of("firstIncomingItem", "The first item"),
                          Option.of("allIncomingItems", "All items"),
                          Option.of("json", "JSON"),
                          Option.of("text", "Text"),
                          Option.of("binary", "A file"),
                          Option.of("redirect", "Another address"),
                          Option.of("noData", "Nothing")))
                  .defaultsTo("firstIncomingItem")
                  .literalOnly())
          .property(
              Property.of("body", "Body", new PropertyKind.Text("{\"ok\": true}", 5))
                  .help("What the caller gets: JSON or text; expressions see the first item.")
                  .when("with", "json", "text"))
          .property(
              Property.of("address", "Address", PropertyKind.text("https://example.org"))
                  .help("Where the caller is sent.")
                  .mandatory()
                  .when("with", "redirect"))
          .property(
              Property.of("fileField", "Name of the file", PropertyKind.text("data"))
                  .help("Which of the files that travel with the first item; empty: the first one.")
                  .when("with", "binary"))
          .property(
              Property.of("status", "Status", PropertyKind.wholeNumber(100, 599))
                  .help("The HTTP status of the answer; empty: 200, or 307 for another address."))
          .property(
              Property.of(
                      "headers",
                      "Headers",
                      PropertyKind.entries(
                          "header",
                          Property.of("name", "Name", PropertyKind.text("Content-Type"))
                              .help("The name of the header.")
                              .mandatory(),
                          Property.of("value", "Value", PropertyKind.text())))
                  .help("Sent with the answer."))
          .property(
              Property.of("wrap", "Field around the items", PropertyKind.text())
                  .help("Empty: the items themselves.")
                  .when("with", "allIncomingItems", "firstIncomingItem"))
          .documentation(
              """
              Answers the program whose call began the run, where the **Webhook** says that a node
              answers. Items go on unchanged, so the workflow can work on after the answer. Behind
              a form it answers the person who sent it: with a page, another address or a file.

              In a run that began otherwise there is nobody to answer: the items pass.
              """)
          .build();

  @Override
  public NodeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public String caption(JsonObject parameters) {
    return parameters.get("with") instanceof String text ? text : "";
  }

  @Override
  public NodeResult run(NodeContext context) throws NodeException, InterruptedException {
    EachItem.of(context, (item, position) -> context.output().add(item.pairedTo(position, 0)));
    context.tell(told(context.parameters()));
    return NodeResult.done();
  }

  /**
   * The answer for those who give it to the caller: {@code kind} is {@code response}, {@code with}
   * as the setting has it. Items and files are not in it: they are those that leave this node.
   */
  private static JsonObject told(Parameters settings) throws NodeException {
    String with = settings.text("with");
    JsonObject told = JsonObject.of("kind", "response", "with", with);
    Object status = settings.value("status");
    if (status != null && !"".equals(status)) {
      told = told.with("status", settings.wholeNumber("status"));
    }
    List<JsonObject> headers = new ArrayList<>();
    for (Parameters header : settings.entries("headers")) {
      headers.add(
          JsonObject.of("name", header.requiredText("name"), "value", header.text("value")));
    }
    if (!headers.isEmpty()) {
      told = told.with("headers", headers);
    }
    return switch (with) {
      case "json" -> told.with("body", settings.value("body"));
      case "text" -> told.with("body", settings.text("body"));
      case "redirect" -> told.with("address", settings.requiredText("address"));
      case "binary" -> told.with("file", settings.text("fileField"));
      default -> told.with("wrap", settings.text("wrap"));
    };
  }
}
