package io.concertmaster.nodes.trigger;

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
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.nodes.condition.Caption;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Begins a run when a person has filled in a form. */
public final class FormTrigger implements NodeType {
  /** What a form asks for. */
  static final Property FIELDS =
      Property.of(
              "fields",
              "Fields",
              PropertyKind.entries(
                  "field",
                  Property.of("label", "Label", PropertyKind.text("Your name"))
                      .help("What people see, and the name of the field in the item.")
                      .mandatory(),
                  Property.of("name", "Name in the item", PropertyKind.text())
                      .help("Empty: the label."),
                  Property.of(
                          "type",
                          "Type",
                          PropertyKind.choice(
                              Option.of("text", "Text"),
                              Option.of("textarea", "Long text"),
                              Option.of("number", "Number"),
                              Option.of("email", "E-mail address"),
                              Option.of("password", "Password"),
                              Option.of("date", "Date"),
                              Option.of("dropdown", "One of a list"),
                              Option.of("radio", "One of a few"),
                              Option.of("checkbox", "Some of a few"),
                              Option.of("file", "File"),
                              Option.of("hiddenField", "Hidden"),
                              Option.of("html", "Only shown")))
                      .defaultsTo("text")
                      .literalOnly(),
                  Property.of("options", "Options", new PropertyKind.Data())
                      .help("A list of texts to choose from.")
                      .when("type", "dropdown", "radio", "checkbox"),
                  Property.of("several", "Several may be chosen", PropertyKind.flag())
                      .defaultsTo(false)
                      .literalOnly()
                      .when("type", "dropdown"),
                  Property.of("fileTypes", "Kinds of files", PropertyKind.text(".pdf, .jpg"))
                      .help("Endings with commas; empty: every file.")
                      .when("type", "file"),
                  Property.of("text", "Text", PropertyKind.text())
                      .help("What is shown, or the hidden value.")
                      .when("type", "hiddenField", "html"),
                  Property.of("placeholder", "Grey text", PropertyKind.text())
                      .help("Stands in the empty field."),
                  Property.of("required", "Must be filled in", PropertyKind.flag())
                      .defaultsTo(false)
                      .literalOnly()))
          .help("What the form asks for, in this order.");

  private static final NodeDescriptor DESCRIPTOR =
      NodeDescriptor.of("trigger.form", "Form")
          .summary("Begins a run when a person has filled in a form")
          .family(Family.TRIGGERS)
          .icon("mdoal-list_alt")
          .inputs()
          .keywords("survey", "questionnaire", "submit", "page", "ask", "input")
          .property(
              Property.of("title", "Title", PropertyKind.text("Contact us"))
                  .help("The heading of the form; empty: the node's name."))
          .property(
              Property.of("description", "Description", new PropertyKind.Text("", 3))
                  .help("A few words under the heading."))
          .property(FIELDS)
          .property(
              Property.of("path", "Path", PropertyKind.text())
                  .help("The end of the form's address; empty: made up.")
                  .literalOnly())
          .property(
              Property.of("button", "Text of the button", PropertyKind.text("Submit"))
                  .help("Empty: Submit."))
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

              Press Run to try the workflow: it begins with the items that the run was given, with
              pinned data, or with an item without answers. The form itself can be opened once the
              workflow is deployed to a server.
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
