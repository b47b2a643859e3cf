package io.concertmaster.nodes.http;

import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.PropertyKind.Option;
import java.util.List;

/** The settings of {@link HttpRequestNode} on connections, on pace, and on several pages. */
final class ConnectionProperties {
  private ConnectionProperties() {}

  static List<Property> all() {
    return List.of(
        Property.of("followRedirects", "Follow redirects", PropertyKind.flag())
            .help("What proves who you are stays with the first server.")
            .defaultsTo(true),
        Property.of("mostRedirects", "Most redirects", PropertyKind.wholeNumber(0, 50))
            .defaultsTo(5)
            .when("followRedirects", true),
        Property.of("timeout", "Timeout in seconds", new PropertyKind.Numeric(false, 0.001, 86_400))
            .help("For the whole answer, redirects included.")
            .defaultsTo(300),
        Property.of("largest", "Largest answer in MB", PropertyKind.wholeNumber(1, 100_000))
            .defaultsTo(200),
        Property.of("proxy", "Proxy", PropertyKind.text("http://proxy.example.org:3128"))
            .help("Empty for the one of this machine. The same for all items."),
        Property.of("anyCertificate", "Any certificate is fine", PropertyKind.flag())
            .help("Dangerous: whoever is on the way can read and change everything.")
            .defaultsTo(false)
            .literalOnly(),
        Property.of(
                "batchSize", "Pause after so many items", PropertyKind.wholeNumber(0, 1_000_000))
            .help("0 for no pauses.")
            .defaultsTo(0),
        Property.of("batchPause", "Pause in seconds", new PropertyKind.Numeric(false, 0, 86_400))
            .defaultsTo(1));
  }

  static List<Property> pages() {
    return List.of(
        Property.of(
                "pages",
                "Pages",
                PropertyKind.choice(
                    Option.of("one", "One request for each item"),
                    new Option("nextUrl", "The answer tells the next URL", "Until it tells none."),
                    new Option(
                        "parameters", "A parameter changes", "Such as the number of the page.")))
            .defaultsTo("one")
            .literalOnly(),
        Property.of("nextUrl", "Next URL", PropertyKind.text("={{ $response.body.next }}"))
            .help("From the answer; empty ends.")
            .when("pages", "nextUrl"),
        Property.of(
                "pageParameters",
                "What changes",
                PropertyKind.entries(
                    "parameter",
                    Property.of(
                            "place",
                            "Where",
                            PropertyKind.choice(
                                Option.of("query", "Query"),
                                Option.of("header", "Header"),
                                Option.of("body", "Body")))
                        .defaultsTo("query"),
                    Property.of("name", "Name", PropertyKind.text("page")),
                    Property.of("value", "Value", new PropertyKind.Data())))
            .help("Values are expressions, such as {{ $pageCount + 1 }}.")
            .when("pages", "parameters"),
        Property.of(
                "pagesEnd",
                "Ends when",
                PropertyKind.choice(
                    new Option("empty", "An answer is empty", "No body, or a list of nothing."),
                    Option.of("status", "An answer has a status"),
                    Option.of("condition", "A condition is met")))
            .defaultsTo("empty")
            .when("pages", "nextUrl", "parameters"),
        Property.of("endStatus", "Status", PropertyKind.text("404"))
            .help("One or several, with commas.")
            .when("pagesEnd", "status"),
        Property.of("endCondition", "Condition", PropertyKind.text("={{ !$response.body.more }}"))
            .help("True ends.")
            .when("pagesEnd", "condition"),
        Property.of("mostPages", "Most pages", PropertyKind.wholeNumber(0, 1_000_000))
            .help("0 for no limit.")
            .defaultsTo(0)
            .when("pages", "nextUrl", "parameters"),
        Property.of(
                "pagePause", "Pause between pages in s", new PropertyKind.Numeric(false, 0, 86_400))
            .defaultsTo(0)
            .when("pages", "nextUrl", "parameters"));
  }
}
