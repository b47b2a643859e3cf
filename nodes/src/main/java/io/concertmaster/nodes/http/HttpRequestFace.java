package io.concertmaster.nodes.http;

import io.concertmaster.node.Effect;
import io.concertmaster.node.Family;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.PropertyKind.Option;

/** The face of {@link HttpRequestNode}. */
final class HttpRequestFace {
  private static final Object[] WITH_BODY = {"POST", "PUT", "PATCH", "DELETE"};

  static final NodeDescriptor DESCRIPTOR =
      NodeDescriptor.of("http.request", "HTTP request")
          .summary("Calls a web address for each item and sends the answer on")
          .family(Family.CONNECT)
          .icon("mdmz-public")
          .effect(Effect.READS)
          .keywords("api", "rest", "web", "url", "get", "post", "download", "upload", "webhook")
          .property(method())
          .property(
              Property.of("url", "URL", PropertyKind.text("https://api.example.org/orders"))
                  .help("Begins with http:// or https://.")
                  .mandatory())
          .property(pairs("query", "Query parameters", "parameter"))
          .property(pairs("headers", "Headers", "header"))
          .property(
              Property.of(
                      "authentication",
                      "Authentication",
                      PropertyKind.choice(
                          Option.of("none", "None"),
                          Option.of("basic", "User and password"),
                          Option.of("bearer", "Bearer token")))
                  .defaultsTo("none")
                  .literalOnly())
          .property(
              Property.of("user", "User", PropertyKind.text()).when("authentication", "basic"))
          .property(
              Property.of("password", "Password", PropertyKind.text("={{ $env.API_PASSWORD }}"))
                  .asSecret()
                  .when("authentication", "basic"))
          .property(
              Property.of("token", "Token", PropertyKind.text("={{ $env.API_TOKEN }}"))
                  .asSecret()
                  .when("authentication", "bearer"))
          .property(body())
          .property(
              Property.of("json", "JSON", new PropertyKind.Code("json"))
                  .help("JSON text, or an expression that gives a value.")
                  .when("body", "json"))
          .property(
              Property.of("text", "Text", new PropertyKind.Text("", 6))
                  .help("Sent as UTF-8.")
                  .when("body", "text"))
          .property(
              Property.of("contentType", "Content type", PropertyKind.text())
                  .defaultsTo("text/plain; charset=utf-8")
                  .when("body", "text"))
          .property(
              Property.of("bodyFile", "File from", PropertyKind.text())
                  .help("The name under which the item carries the file.")
                  .defaultsTo("data")
                  .when("body", "file"))
          .property(pairs("form", "Form fields", "field").when("body", "form"))
          .property(parts())
          .property(
              Property.of("response", "Read the answer as", responses())
                  .defaultsTo("auto")
                  .literalOnly())
          .property(
              Property.of("binaryProperty", "File goes to", PropertyKind.text())
                  .help("The name under which the item carries the file of the answer.")
                  .defaultsTo("data")
                  .when("response", "auto", "file"))
          .property(
              Property.of("split", "A list becomes items", PropertyKind.flag())
                  .help("Each element of a JSON list that is the whole answer becomes an item.")
                  .defaultsTo(true)
                  .when("response", "auto", "json"))
          .property(
              Property.of("full", "Status and headers too", PropertyKind.flag())
                  .help("The item is { statusCode, headers, body }.")
                  .defaultsTo(false))
          .property(
              Property.of("neverError", "Any status is fine", PropertyKind.flag())
                  .help("Without this a status from 400 on is an error.")
                  .defaultsTo(false))
          .property(
              Property.of("followRedirects", "Follow redirects", PropertyKind.flag())
                  .help("At most five; what proves who you are stays with the first server.")
                  .defaultsTo(true))
          .property(
              Property.of("sendKey", "Send an idempotency key", PropertyKind.flag())
                  .help(
                      "For servers that know such keys: a request repeated after a crash then counts"
                          + " once.")
                  .defaultsTo(false)
                  .literalOnly()
                  .when("method", "POST", "PATCH"))
          .property(
              Property.of("keyHeader", "Header of the key", PropertyKind.text())
                  .defaultsTo("Idempotency-Key")
                  .when("sendKey", true))
          .property(
              Property.of("timeout", "Timeout in seconds", PropertyKind.wholeNumber(1, 86_400))
                  .help("For the whole answer, redirects included.")
                  .defaultsTo(60))
          .property(
              Property.of("largest", "Largest answer in MB", PropertyKind.wholeNumber(1, 100_000))
                  .defaultsTo(200))
          .documentation(HttpGuide.TEXT)
          .build();

  private HttpRequestFace() {}

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

  private static Property body() {
    return Property.of(
            "body",
            "Body",
            PropertyKind.choice(
                Option.of("none", "None"),
                Option.of("json", "JSON"),
                Option.of("form", "Form fields"),
                Option.of("multipart", "Form with files (multipart)"),
                Option.of("text", "Text"),
                Option.of("file", "A file that the item carries")))
        .defaultsTo("none")
        .literalOnly()
        .when("method", WITH_BODY);
  }

  private static PropertyKind responses() {
    return PropertyKind.choice(
        new Option("auto", "What it says it is", "By its content type."),
        Option.of("json", "JSON"),
        Option.of("text", "Text"),
        Option.of("file", "File"));
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
