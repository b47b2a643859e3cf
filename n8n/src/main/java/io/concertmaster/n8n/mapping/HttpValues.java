package io.concertmaster.n8n.mapping;

import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values that all versions of {@code httpRequest} write alike. */
final class HttpValues {
  private HttpValues() {}

  /** A method; a text that begins with {@code =} and has no braces is its plain rest. */
  static @Nullable Object method(@Nullable Object value) {
    return value instanceof String text && text.startsWith("=") && !text.contains("{{")
        ? text.substring(1)
        : value;
  }

  /** Entries with name and value; {@code null} for none. */
  static @Nullable JsonArray pairs(List<JsonObject> parameters) {
    List<JsonObject> pairs = new ArrayList<>();
    for (JsonObject each : parameters) {
      Object name = each.get("name");
      if (name != null && !name.equals("")) {
        Object value = each.get("value");
        pairs.add(JsonObject.of("name", name, "value", value == null ? "" : value));
      }
    }
    return pairs.isEmpty() ? null : JsonArray.copyOf(pairs);
  }

  /** A request that signs in with a stored credential, which no file holds. */
  static void credential(AskedSettings asked, Ours ours, String slot) {
    ours.put("authentication", "credential").put("slot", slot, "");
    if (!asked.hasCredential(slot)) {
      asked
          .findings()
          .approximated(
              "authentication",
              "the credential slot"
                  + (slot.isEmpty() ? "" : " “" + slot + "”")
                  + " is empty, since files hold no secrets: choose a credential in the node's"
                  + " settings");
    }
  }

  /** Milliseconds as seconds, of an expression too. */
  static @Nullable Object seconds(@Nullable Object millis) {
    return switch (millis) {
      case Number number -> plain(number.doubleValue() / 1000);
      case String text when text.startsWith("={{") && text.indexOf("{{", 3) < 0 ->
          "={{ (" + text.substring(3).replaceFirst("}}\\s*$", "").strip() + ") / 1000 }}";
      case String text when text.matches("\\d+") -> plain(Double.parseDouble(text) / 1000);
      case null, default -> null;
    };
  }

  /** Seconds as milliseconds, of an expression too. */
  static @Nullable Object millis(@Nullable Object seconds) {
    return switch (seconds) {
      case Number number -> plain(number.doubleValue() * 1000);
      case String text when text.startsWith("={{ (") && text.endsWith(") / 1000 }}") ->
          "={{ " + text.substring(5, text.length() - ") / 1000 }}".length()) + " }}";
      case String text when text.startsWith("={{") && text.indexOf("{{", 3) < 0 ->
          "={{ (" + text.substring(3).replaceFirst("}}\\s*$", "").strip() + ") * 1000 }}";
      case null, default -> null;
    };
  }

  private static Object plain(double number) {
    return number == Math.rint(number) ? (Object) (long) number : (Object) number;
  }
}
