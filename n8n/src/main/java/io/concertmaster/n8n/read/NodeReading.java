package io.concertmaster.n8n.read;

import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.OnError;
import io.concertmaster.model.OnUncertain;
import io.concertmaster.model.Retry;
import io.concertmaster.n8n.mapping.CredentialSlots;
import io.concertmaster.n8n.mapping.ForeignNode;
import io.concertmaster.n8n.mapping.Mapped;
import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What all nodes have in common: policy, credentials, notes, pinned data. */
public final class NodeReading {
  private NodeReading() {}

  /**
   * The definition of a node.
   *
   * @param kept what it keeps of the file
   */
  public static NodeDefinition of(
      ForeignNode node,
      String name,
      Mapped mapped,
      Optional<List<Item>> pinned,
      JsonObject kept,
      Findings findings) {
    JsonObject json = node.json();
    return new NodeDefinition(
        mapped.type(),
        mapped.version(),
        name,
        mapped.parameters(),
        credentials(json, mapped, findings),
        onError(json),
        OnUncertain.ASK,
        retry(json),
        Optional.empty(),
        is(json, "executeOnce"),
        is(json, "alwaysOutputData"),
        is(json, "disabled"),
        pinned,
        json.get("notes") instanceof String note ? note : "",
        kept);
  }

  /** Tells of parts that have another form than they should. */
  static void complaints(ForeignNode node, Findings findings) {
    JsonObject json = node.json();
    if (json.get("parameters") != null && !(json.get("parameters") instanceof JsonObject)) {
      findings.approximated("parameters", "the settings are no object: they read as if empty");
    }
    if (json.get("position") == null || !(json.get("position") instanceof JsonArray)) {
      findings.approximated("position", "the file does not say where the node stands");
    }
  }

  private static boolean is(JsonObject json, String flag) {
    return Boolean.TRUE.equals(json.get(flag));
  }

  private static OnError onError(JsonObject json) {
    return switch (json.get("onError") instanceof String text ? text : "") {
      case "continueRegularOutput" -> OnError.CONTINUE;
      case "continueErrorOutput" -> OnError.OUTPUT;
      default -> is(json, "continueOnFail") ? OnError.CONTINUE : OnError.STOP;
    };
  }

  /** n8n takes 2 to 5 tries, 3 unless told, and pauses of at most 5 seconds, 1 unless told. */
  private static Optional<Retry> retry(JsonObject json) {
    if (!is(json, "retryOnFail")) {
      return Optional.empty();
    }
    int tries = Math.clamp(number(json.get("maxTries"), 3), 2, 5);
    long pause = Math.clamp(number(json.get("waitBetweenTries"), 1000), 0, 5000);
    return Optional.of(new Retry(tries, Duration.ofMillis(pause), 1));
  }

  /** A number other than 0; JavaScript's {@code ||} takes the default for 0 as well. */
  private static long number(@Nullable Object value, long otherwise) {
    return value instanceof Number number && number.longValue() != 0
        ? number.longValue()
        : otherwise;
  }

  /** The names of credentials by slot: what they hold is never in a file. */
  private static Map<String, String> credentials(
      JsonObject json, Mapped mapped, Findings findings) {
    Map<String, String> names = new LinkedHashMap<>();
    if (json.get("credentials") instanceof JsonObject slots) {
      slots.forEach((slot, given) -> {
        String name =
            switch (given) {
              case JsonObject named when named.get("name") instanceof String text -> text;
              case String text -> text;
              case null, default -> "";
            };
        Optional<String> ours =
            CredentialSlots.ours(mapped.type(), mapped.parameters(), slot)
                .filter(filled -> !name.isBlank());
        if (ours.isPresent()) {
          String own = CredentialSlots.name(name);
          names.put(ours.get(), own);
          findings.approximated("credentials." + slot, comesAs(name, own));
        } else {
          names.put(slot, name);
          findings.approximated("credentials." + slot, emptySlot(slot, name, mapped.type()));
        }
      });
    }
    return names;
  }

  private static String comesAs(String name, String own) {
    return "files hold no secrets: set the credential “"
        + own
        + "” here"
        + (own.equals(name) ? "" : ", which in n8n is “" + name + "”,")
        + " or choose another one in the node's settings";
  }

  /** Files hold no secrets, so a slot comes over by its name alone. */
  private static String emptySlot(String slot, String name, String type) {
    return "the slot “"
        + slot
        + "”"
        + (name.isEmpty() ? "" : ", in n8n filled with “" + name + "”,")
        + " is empty, since files hold no secrets: "
        + switch (type) {
          case Placeholder.TYPE -> "fill in what you put in the node's place";
          case "http.request" -> "choose a credential in the node's settings";
          default -> "enter what it held in the node's settings";
        };
  }
}
