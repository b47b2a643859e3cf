package io.concertmaster.nodes.form;

import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.PropertyKind.Option;
import io.concertmaster.node.data.JsonObject;

/** What a form asks for. */
final class Questions {
  /** The setting: {@code [{label, name?, type?, options?, required?, …}]}. */
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
                  Property.of("options", "Options", new PropertyKind.Lines("one a line"))
                      .help("The texts to choose from, one a line.")
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

  /** The setting that names a form's file, which then says what is asked. */
  static final Property FORM =
      Property.of("form", "Form", new PropertyKind.Path(PropertyKind.Target.FORM))
          .help(
              "The file of a form, beside the workflow. Empty: the fields below. Texts that are set"
                  + " here go before the form's.")
          .literalOnly();

  private Questions() {}

  /** What is asked, for those who show it: {@code form}, the file's content, or {@code fields}. */
  static JsonObject asked(NodeContext context) throws NodeException {
    Parameters settings = context.parameters();
    String form = settings.text("form");
    return form.isBlank()
        ? JsonObject.of("fields", settings.list("fields"))
        : JsonObject.of("form", FormFile.read(context, form));
  }

  static JsonObject unlessEmpty(JsonObject object, String name, String value) {
    return value.isEmpty() ? object : object.with(name, value);
  }
}
