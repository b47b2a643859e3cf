package io.concertmaster.nodes.form;

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
import io.concertmaster.nodes.condition.Caption;

/** Shows a person the next page of a form, or its last. */
public final class FormPage implements NodeType {
  private static final NodeDescriptor DESCRIPTOR =
      NodeDescriptor.of("flow.form", "Form page")
          .summary("Asks a person further questions, or ends a form")
          .family(Family.FLOW)
          .icon("mdoal-dynamic_form")
          .keywords("survey", "questionnaire", "wizard", "step", "ask", "thank")
          .property(
              Property.of(
                      "kind",
                      "Page",
                      PropertyKind.choice(
                          Option.of("page", "Asks and waits"), Option.of("end", "Ends the form")))
                  .defaultsTo("page")
                  .literalOnly())
          .property(
              Property.of("title", "Title", PropertyKind.text())
                  .help("The heading of the page; expressions see the first item."))
          .property(
              Property.of("text", "Text", new PropertyKind.Text("", 3))
                  .help("A few words under the heading."))
          .property(Questions.FORM.when("kind", "page"))
          .property(Questions.FIELDS.when("kind", "page"))
          .property(
              Property.of("button", "Text of the button", PropertyKind.text("Submit"))
                  .help("Empty: Submit.")
                  .when("kind", "page"))
          .property(
              Property.of("address", "Go on to", PropertyKind.text("https://example.org"))
                  .help("An address that is opened in place of a last page; empty: none.")
                  .when("kind", "end"))
          .documentation(
              """
              A form can have several pages: put a **Form page** behind the **Form** at which the run
              begins. The run rests, without using anything, until the person has sent the page; then
              the answers go on in place of the items that came.

              A page that ends the form says what has become of it, and lets the items pass.
              """)
          .build();

  @Override
  public NodeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public String caption(JsonObject parameters) {
    return Caption.of(parameters.get("title"));
  }

  private static JsonObject page(NodeContext context) throws NodeException {
    Parameters settings = context.parameters();
    JsonObject page = JsonObject.of("kind", "page");
    page = Questions.unlessEmpty(page, "title", settings.text("title"));
    page = Questions.unlessEmpty(page, "text", settings.text("text"));
    page = Questions.unlessEmpty(page, "button", settings.text("button"));
    return page.withAll(Questions.asked(context));
  }

  private static JsonObject end(Parameters settings) throws NodeException {
    JsonObject end = JsonObject.of("kind", "end");
    end = Questions.unlessEmpty(end, "title", settings.text("title"));
    end = Questions.unlessEmpty(end, "text", settings.text("text"));
    return Questions.unlessEmpty(end, "address", settings.text("address"));
  }

  @Override
  public NodeResult run(NodeContext context) throws NodeException, InterruptedException {
    EachItem.of(context, (item, position) -> context.output().add(item.pairedTo(position, 0)));
    if (context.parameters().text("kind").equals("end")) {
      context.tell(end(context.parameters()));
      return NodeResult.done();
    }
    context.tell(page(context));
    return NodeResult.waitForCall();
  }
}
