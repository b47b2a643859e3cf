package io.concertmaster.nodes.http;

import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.PropertyKind.Option;
import java.util.List;

/** The settings of {@link HttpRequestNode} that say what becomes of answers. */
final class AnswerProperties {
  private AnswerProperties() {}

  static List<Property> all() {
    return List.of(
        Property.of(
                "response",
                "Read the answer as",
                PropertyKind.choice(
                    new Option("auto", "By its type", "JSON, text or a file."),
                    Option.of("json", "JSON"),
                    Option.of("text", "Text"),
                    Option.of("file", "A file")))
            .defaultsTo("auto")
            .literalOnly(),
        Property.of("textField", "Text goes to", PropertyKind.text())
            .help("The field for text, and for JSON that is no object.")
            .defaultsTo("data"),
        Property.of("binaryProperty", "File goes to", PropertyKind.text())
            .help("The name under which the item carries the file of the answer.")
            .defaultsTo("data")
            .when("response", "auto", "file"),
        Property.of(
                "fileItem",
                "With a file goes",
                PropertyKind.choice(
                    Option.of("about", "What is known of the file"),
                    new Option(
                        "keep", "The item as it came", "Its files too; the new one is added.")))
            .defaultsTo("about")
            .when("response", "auto", "file"),
        Property.of("split", "A list becomes items", PropertyKind.flag())
            .help("Each element of a JSON list that is the whole answer becomes an item.")
            .defaultsTo(true)
            .when("response", "auto", "json"),
        Property.of("full", "Status and headers too", PropertyKind.flag())
            .help("The item is { statusCode, statusMessage, headers, body }.")
            .defaultsTo(false),
        Property.of("neverError", "Any status is fine", PropertyKind.flag())
            .help("Without this a status from 400 on is an error.")
            .defaultsTo(false));
  }
}
