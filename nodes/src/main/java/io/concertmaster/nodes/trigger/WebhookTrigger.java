package io.concertmaster.nodes.trigger;

import io.concertmaster.node.CredentialSlot;
import io.concertmaster.node.Defaults;
import io.concertmaster.node.Family;
import io.concertmaster.node.Listening;
import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Port;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.PropertyKind.Option;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.nodes.http.HttpCredentials;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Begins a run when a program calls an address. */
public final class WebhookTrigger implements NodeType {
  private static final NodeDescriptor DESCRIPTOR =
      NodeDescriptor.of("trigger.webhook", "Webhook")
          .summary("Begins a run when a program calls an address")
          .family(Family.TRIGGERS)
          .icon("mdal-input")
          .inputs()
          .keywords("http", "callback", "api", "endpoint", "receive", "rest", "post")
          .property(
              Property.of("path", "Path", PropertyKind.text("orders/new"))
                  .help(
                      "The end of the address; a part such as `:id` takes any value. Empty: made up.")
                  .literalOnly())
          .property(
              Property.of(
                      "methods",
                      "Methods",
                      PropertyKind.several(
                          Option.of("GET", "GET"),
                          Option.of("POST", "POST"),
                          Option.of("PUT", "PUT"),
                          Option.of("PATCH", "PATCH"),
                          Option.of("DELETE", "DELETE"),
                          Option.of("HEAD", "HEAD")))
                  .help("Which HTTP methods are taken. With several, each has an output.")
                  .defaultsTo(JsonArray.of("GET"))
                  .literalOnly())
          .property(
              Property.of(
                      "authentication",
                      "Who may call",
                      PropertyKind.choice(
                          Option.of("none", "Everybody"),
                          Option.of("basicAuth", "Who knows a name and a password"),
                          Option.of("headerAuth", "Who sends a header"),
                          Option.of("bearerAuth", "Who sends a token"),
                          Option.of("hmacAuth", "Who signs what is sent"),
                          Option.of("jwtAuth", "Who sends a signed token")))
                  .defaultsTo("none")
                  .literalOnly())
          .property(
              Property.of(
                      "respond",
                      "Answer",
                      PropertyKind.choice(
                          Option.of("onReceived", "At once"),
                          Option.of("lastNode", "When the last node is done"),
                          Option.of("responseNode", "By a node Respond to webhook")))
                  .defaultsTo("onReceived")
                  .literalOnly())
          .property(
              Property.of(
                      "data",
                      "With",
                      PropertyKind.choice(
                          Option.of("firstEntryJson", "The first item"),
                          Option.of("firstEntryBinary", "The file of the first item"),
                          Option.of("allEntries", "All items"),
                          Option.of("noData", "Nothing")))
                  .defaultsTo("firstEntryJson")
                  .literalOnly()
                  .when("respond", "lastNode"))
          .property(
              Property.of("status", "Status", PropertyKind.wholeNumber(100, 599))
                  .help("The HTTP status of the answer.")
                  .defaultsTo(200)
                  .literalOnly()
                  .when("respond", "onReceived", "lastNode"))
          .property(
              Property.of("text", "Text of the answer", PropertyKind.text())
                  .help(
                      "Empty: a short JSON text that says that the workflow began. One that is made"
                          + " of the call: answer by a node Respond to webhook.")
                  .literalOnly()
                  .when("respond", "onReceived"))
          .property(
              Property.of("rawBody", "Keep the body as a file", PropertyKind.flag())
                  .help("On: the bytes travel with the item as they came.")
                  .defaultsTo(false)
                  .literalOnly())
          .property(
              Property.of("fileField", "Name of files", PropertyKind.text("data"))
                  .help("Under what name files of the call travel.")
                  .defaultsTo("data")
                  .literalOnly())
          .credential(
              CredentialSlot.of(
                      "caller",
                      "Credential",
                      HttpCredentials.BASIC,
                      HttpCredentials.HEADER,
                      HttpCredentials.BEARER,
                      HttpCredentials.SIGNATURE,
                      HttpCredentials.TOKEN)
                  .mandatory()
                  .when(
                      "authentication",
                      "basicAuth",
                      "headerAuth",
                      "bearerAuth",
                      "hmacAuth",
                      "jwtAuth"))
          .documentation(
              """
              The place where a run begins when a program calls its address. The item has `headers`,
              `params` (parts of the path), `query` and `body`; files travel with it.

              Press Run to try the workflow: it begins with the items that the run was given, with
              pinned data, or with an item whose four parts are empty. The address, `/hooks/` and the
              path, answers while the workflow is active. A call that brings an `Idempotency-Key`
              begins one run however often it is sent.
              """)
          .build();

  @Override
  public NodeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<Port> outputs(JsonObject parameters) {
    if (!(parameters.get("methods") instanceof JsonArray methods) || methods.size() < 2) {
      return DESCRIPTOR.outputs();
    }
    return methods.stream()
        .map(String::valueOf)
        .map(method -> new Port(method.toLowerCase(Locale.ROOT), method))
        .distinct()
        .toList();
  }

  @Override
  public String caption(JsonObject parameters) {
    return parameters.get("path") instanceof String path ? path : "";
  }

  @Override
  public Optional<Listening> listening(JsonObject parameters, ZoneId zone, Instant since)
      throws NodeException {
    JsonObject settings = Defaults.apply(DESCRIPTOR.properties(), parameters);
    List<String> methods =
        settings.get("methods") instanceof JsonArray list
            ? list.stream().map(each -> String.valueOf(each).toUpperCase(Locale.ROOT)).toList()
            : List.of("GET");
    String path = AddressPath.of(caption(settings), "orders/:id", true);
    return Optional.of(
        new Listening.Call(
            String.join(", ", methods) + " /" + path,
            path,
            methods.isEmpty() ? List.of("GET") : methods,
            settings));
  }

  @Override
  public boolean makesSample() {
    return true;
  }

  @Override
  public NodeResult run(NodeContext context) throws NodeException, InterruptedException {
    JsonObject none = JsonObject.empty();
    return GivenItems.orSample(
        context,
        JsonObject.of("headers", none, "params", none).with("query", none).with("body", none));
  }
}
