package io.concertmaster.nodes.http;

import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.PropertyKind.Option;
import java.util.List;

/** The settings of {@link HttpRequestNode} that say what goes out, who signs in apart. */
final class RequestProperties {
  private RequestProperties() {}

  static List<Property> address() {
    return List.of(
        method(),
        Property.of("url", "URL", PropertyKind.text("https://api.example.org/orders"))
            .help("Begins with http:// or https://.")
            .mandatory(),
        pairs("query", "Query parameters", "parameter"),
        Property.of("queryJson", "More query parameters", new PropertyKind.Code("json"))
            .help("A JSON object; each of its fields is a parameter."),
        Property.of(
                "queryLists",
                "Lists in the query",
                PropertyKind.choice(
                    Option.of("repeat", "a=1&a=2"),
                    Option.of("brackets", "a[]=1&a[]=2"),
                    Option.of("indices", "a[0]=1&a[1]=2")))
            .help("How a parameter whose value is a list is written.")
            .defaultsTo("repeat"),
        pairs("headers", "Headers", "header"),
        Property.of("headersJson", "More headers", new PropertyKind.Code("json"))
            .help("A JSON object; each of its fields is a header."));
  }

  static List<Property> body() {
    return List.of(
        Property.of(
                "body",
                "Body",
                PropertyKind.choice(
                    Option.of("none", "None"),
                    Option.of("json", "JSON"),
                    Option.of("fields", "JSON of fields"),
                    Option.of("form", "Form fields"),
                    Option.of("multipart", "Form with files"),
                    Option.of("text", "Text"),
                    Option.of("file", "A file of the item")))
            .defaultsTo("none")
            .literalOnly(),
        Property.of("json", "JSON", new PropertyKind.Code("json"))
            .help("JSON text, or an expression that gives a value.")
            .when("body", "json"),
        Property.of(
                "fields",
                "Fields",
                PropertyKind.entries(
                    "field",
                    Property.of("name", "Name", PropertyKind.text()),
                    Property.of("value", "Value", new PropertyKind.Data())))
            .help("They make a JSON object.")
            .when("body", "fields"),
        Property.of("text", "Text", new PropertyKind.Text("", 6))
            .help("Sent as UTF-8.")
            .when("body", "text"),
        Property.of("contentType", "Content type", PropertyKind.text())
            .defaultsTo("text/plain; charset=utf-8")
            .when("body", "text"),
        Property.of("bodyFile", "File from", PropertyKind.text())
            .help("The name under which the item carries the file.")
            .defaultsTo("data")
            .when("body", "file"),
        pairs("form", "Form fields", "field").when("body", "form"),
        parts());
  }

  static List<Property> key() {
    return List.of(
        Property.of("sendKey", "Send an idempotency key", PropertyKind.flag())
            .help(
                "For servers that know such keys: a request repeated after a crash then counts"
                    + " once.")
            .defaultsTo(false)
            .literalOnly()
            .when("method", "POST", "PATCH"),
        Property.of("keyHeader", "Header of the key", PropertyKind.text())
            .defaultsTo("Idempotency-Key")
            .when("sendKey", true));
  }

  private static Property method() {
    return Property.of(
            "method",
            "Method",
            PropertyKind.choice(
                Option.of("GET", "GET"),
                Option.of("POST", "POST"),
                Option.of("PUT", "PUT"),
                Option.of("PATCH", "PATCH"),
                Option.of("DELETE", "DELETE"),
                Option.of("HEAD", "HEAD"),
                Option.of("OPTIONS", "OPTIONS")))
        .defaultsTo("GET");
  }

  private static Property pairs(String name, String label, String entry) {
    return Property.of(
        name,
        label,
        PropertyKind.entries(
            entry,
            Property.of("name", "Name", PropertyKind.text()),
            Property.of("value", "Value", PropertyKind.text())));
  }

  private static Property parts() {
    return Property.of(
            "parts",
            "Parts",
            PropertyKind.entries(
                "part",
                Property.of("name", "Name", PropertyKind.text()),
                Property.of(
                        "kind",
                        "Kind",
                        PropertyKind.choice(
                            Option.of("text", "Text"), Option.of("file", "A file of the item")))
                    .defaultsTo("text"),
                Property.of("value", "Value", PropertyKind.text()).when("kind", "text"),
                Property.of("file", "File from", PropertyKind.text())
                    .defaultsTo("data")
                    .when("kind", "file")))
        .when("body", "multipart");
  }
}
