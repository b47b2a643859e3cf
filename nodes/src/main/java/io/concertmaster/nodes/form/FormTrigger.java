package io.concertmaster.nodes.form;

import io.concertmaster.node.Defaults;
import io.concertmaster.node.Family;
import io.concertmaster.node.Listening;
import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.PropertyKind.Option;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.nodes.condition.Caption;
import io.concertmaster.nodes.trigger.AddressPath;
import io.concertmaster.nodes.trigger.GivenItems;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Begins a run when a person has filled in a form. */
public final class FormTrigger implements NodeType {
  private static final NodeDescriptor DESCRIPTOR =
      NodeDescriptor.of("trigger.form", "Form")
          .summary("Begins a run when a person has filled in a form")
          .family(Family.TRIGGERS)
          .icon("mdoal-list_alt")
          .inputs()
          .keywords("survey", "questionnaire", "submit", "page", "ask", "input")
          .property(
              Property.of("title", "Title", PropertyKind.text("Contact us"))
                  .help("The heading of the form; empty: the node's name.")
                  .literalOnly())
          .property(
              Property.of("description", "Description", new PropertyKind.Text("", 3))
                  .help("A few words under the heading.")
                  .literalOnly())
          .property(Questions.FORM)
          .property(Questions.FIELDS)
          .property(
              Property.of("path", "Path", PropertyKind.text())
                  .help("The end of the form's address; empty: made up.")
                  .literalOnly())
          .property(
              Property.of("button", "Text of the button", PropertyKind.text("Submit"))
                  .help("Empty: Submit.")
                  .literalOnly())
          .property(
              Property.of(
                      "respond",
                      "Afterwards",
                      PropertyKind.choice(
                          Option.of("onReceived", "Thank at once"),
                          Option.of("lastNode", "Show what the workflow says at its end"),
                          Option.of("responseNode", "Show what a node Respond says")))
                  .defaultsTo("onReceived")
                  .literalOnly())
          .documentation(
              """
              The place where a run begins when a person has filled in a form. The item has a field
              for each answer, `submittedAt` and `formMode`; files travel with it.

              A **form file** (`*.form.json`) asks on several pages, with rules and in several
              languages; the item then has the answer as the form's schema says.

              Press Run to try the workflow: it begins with the items that the run was given, with
              pinned data, or with an item without answers. The form can be opened while the workflow
              is active.
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

  @Override
  public boolean makesSample() {
    return true;
  }

  @Override
  public Optional<Listening> listening(JsonObject parameters, ZoneId zone, Instant since)
      throws NodeException {
    String written = parameters.get("path") instanceof String text ? text : "";
    String title = Caption.of(parameters.get("title"));
    String bare = AddressPath.of(written, "contact/sales", false);
    return Optional.of(
        new Listening.Form(
            title.isEmpty() ? "a form" : "the form “" + title + "”",
            bare,
            Defaults.apply(DESCRIPTOR.properties(), parameters)));
  }

  @Override
  public NodeResult run(NodeContext context) throws NodeException, InterruptedException {
    ZonedDateTime now = context.startedAt().atZone(context.zone());
    JsonObject sample = JsonObject.empty();
    for (Parameters field : context.parameters().entries("fields")) {
      String name = field.text("name").isEmpty() ? field.text("label") : field.text("name");
      switch (field.text("type")) {
        case "html" -> {}
        case "hiddenField" -> sample = sample.with(name, field.text("text"));
        case "checkbox", "file" -> sample = sample.with(name, JsonArray.empty());
        default -> sample = sample.with(name, null);
      }
    }
    String moment =
        DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT).format(now);
    return GivenItems.orSample(
        context, sample.with("submittedAt", moment).with("formMode", "test"));
  }
}
