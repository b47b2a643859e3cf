package io.concertmaster.nodes.sample;

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
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Gives made-up items to try a workflow with. */
public final class SampleData implements NodeType {
  private static final int MOST = 10_000;

  private static final Object[] RANDOM = {
    "user",
    "address",
    "coordinates",
    "creditCard",
    "email",
    "ipv4",
    "ipv6",
    "macAddress",
    "nanoid",
    "url",
    "uuid",
    "semver"
  };

  private static final NodeDescriptor DESCRIPTOR =
      NodeDescriptor.of("data.sample", "Sample data")
          .summary("Gives made-up items to try a workflow with")
          .family(Family.DATA)
          .icon("mdoal-casino")
          .keywords("random", "test", "demo", "fake", "mock", "customers", "example", "debug")
          .property(
              Property.of(
                      "kind",
                      "What",
                      PropertyKind.choice(
                          new Option("customers", "Customers", "Five, always the same."),
                          Option.of("user", "People"),
                          Option.of("address", "Addresses"),
                          Option.of("coordinates", "Places on the map"),
                          Option.of("creditCard", "Credit cards"),
                          Option.of("email", "E-mail addresses"),
                          Option.of("ipv4", "IPv4 addresses"),
                          Option.of("ipv6", "IPv6 addresses"),
                          Option.of("macAddress", "MAC addresses"),
                          Option.of("nanoid", "Short ids"),
                          Option.of("url", "URLs"),
                          Option.of("uuid", "UUIDs"),
                          Option.of("semver", "Version numbers")))
                  .defaultsTo("customers")
                  .literalOnly())
          .property(
              Property.of("count", "How many", PropertyKind.wholeNumber(0, MOST))
                  .help("Of customers there are five.")
                  .defaultsTo(5))
          .property(
              Property.of("seed", "Seed", PropertyKind.text())
                  .help("The same text gives the same items; empty: others in each run.")
                  .when("kind", RANDOM))
          .property(
              Property.of("alphabet", "Characters", PropertyKind.text())
                  .help("What ids are made of.")
                  .defaultsTo("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
                  .when("kind", "nanoid"))
          .property(
              Property.of("length", "Length", PropertyKind.wholeNumber(1, 1000))
                  .help("Of each id.")
                  .defaultsTo(16)
                  .when("kind", "nanoid"))
          .property(
              Property.of("together", "All in one item", PropertyKind.flag())
                  .help("On: one item with a list `generatedItems`.")
                  .defaultsTo(false)
                  .literalOnly())
          .documentation(
              """
              Gives items to try the rest of a workflow with, before the real data is at hand: once for
              each item that comes in.

              Random data is about nobody: addresses of computers are of ranges that are set aside for
              tests, credit cards of no bank. With a seed the same items come in each run.
              """)
          .build();

  @Override
  public NodeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public String caption(JsonObject parameters) {
    return parameters.get("kind") instanceof String text ? text : "customers";
  }

  @Override
  public NodeResult run(NodeContext context) throws NodeException, InterruptedException {
    long position = 0;
    for (Item item : context.input()) {
      Parameters settings = context.parameters(item, position);
      List<JsonObject> records = records(settings);
      if (settings.flag("together")) {
        records = List.of(JsonObject.of("generatedItems", JsonArray.copyOf(records)));
      }
      for (JsonObject each : records) {
        context.output().add(Item.of(each).pairedTo(position, 0));
      }
      position++;
    }
    return NodeResult.done();
  }

  private static List<JsonObject> records(Parameters settings) throws NodeException {
    int count = Math.clamp(settings.wholeNumber("count"), 0, MOST);
    String kind = settings.text("kind");
    if (kind.equals("customers")) {
      return Customers.first(count);
    }
    String seed = settings.text("seed");
    MadeUp source =
        new MadeUp(seed.isEmpty() ? new SplittableRandom() : new SplittableRandom(hash(seed)));
    List<JsonObject> records = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      records.add(one(kind, source, settings));
    }
    return records;
  }

  /** More bits than {@link String#hashCode}, so that seeds that look alike differ. */
  private static long hash(String seed) {
    long hash = 1125899906842597L;
    for (int i = 0; i < seed.length(); i++) {
      hash = 31 * hash + seed.charAt(i);
    }
    return hash;
  }

  private static JsonObject one(String kind, MadeUp source, Parameters settings)
      throws NodeException {
    return switch (kind) {
      case "user" -> source.user();
      case "address" -> source.address();
      case "coordinates" -> source.coordinates();
      case "creditCard" -> source.creditCard();
      case "email" -> source.email();
      case "ipv4" -> source.ipv4();
      case "ipv6" -> source.ipv6();
      case "macAddress" -> source.mac();
      case "nanoid" ->
          JsonObject.of(
              "nanoId",
              source.text(
                  settings.requiredText("alphabet"),
                  Math.clamp(settings.wholeNumber("length"), 1, 1000)));
      case "url" -> source.url();
      case "uuid" -> source.uuid();
      case "semver" -> source.version();
      default ->
          throw new NodeException("“" + kind + "” is not a kind of sample data").atProperty("kind");
    };
  }
}
