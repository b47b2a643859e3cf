package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a node while a mapping reads them. It remembers what it was asked for, so that a
 * mapping with many settings can tell the findings what nobody asked for instead of losing it in
 * silence.
 */
final class AskedSettings {
  private final ForeignNode node;
  private final Findings findings;
  private final Set<String> asked = new HashSet<>();

  AskedSettings(ForeignNode node, Findings findings) {
    this.node = node;
    this.findings = findings;
  }

  /** The settings of a node of ours, asked in the same way while they are written. */
  static AskedSettings ofOurs(JsonObject parameters, Findings findings) {
    return new AskedSettings(new ForeignNode(JsonObject.of("parameters", parameters)), findings);
  }

  double version() {
    return node.version();
  }

  /** Whether the node names a credential for a slot: then its reader tells of that. */
  boolean hasCredential(String slot) {
    return node.json().get("credentials") instanceof JsonObject slots && slots.containsKey(slot);
  }

  Findings findings() {
    return findings;
  }

  /** The value at a path, {@code null} where there is none. */
  @Nullable Object value(String path) {
    asked.add(path);
    return node.value(path);
  }

  /** The value at a path, or the default where there is none. */
  Object value(String path, Object otherwise) {
    asked.add(path);
    return node.value(path, otherwise);
  }

  boolean has(String path) {
    return node.has(path);
  }

  /** The text at a path; a number or flag as text; the default where there is neither. */
  String text(String path, String otherwise) {
    Object value = value(path);
    return switch (value) {
      case String text -> text;
      case Number number -> number.toString();
      case Boolean flag -> flag.toString();
      case null, default -> otherwise;
    };
  }

  /** A word that says how the other settings are read; a leading {@code =} without braces goes. */
  String word(String path, String otherwise) {
    String text = text(path, otherwise);
    if (text.startsWith("=") && !text.contains("{{")) {
      return text.substring(1);
    }
    if (text.startsWith("=")) {
      findings.approximated(
          path,
          "this choice is made by an expression; it is read as “" + otherwise + "”: set it anew");
      return otherwise;
    }
    return text;
  }

  /** A flag that says how the other settings are read; an expression is told and counts as none. */
  boolean flag(String path, boolean otherwise) {
    Object value = value(path);
    if (ForeignNode.isExpression(value)) {
      String bare = String.valueOf(value).substring(1).replaceAll("[{}\\s]", "");
      if (bare.equals("true") || bare.equals("false")) {
        return bare.equals("true");
      }
      findings.approximated(
          path, "this flag is set by an expression; it is read as " + otherwise + ": set it anew");
    }
    return value instanceof Boolean flag ? flag : otherwise;
  }

  /** The objects of the list at a path. */
  List<JsonObject> objects(String path) {
    asked.add(path);
    return node.objects(path);
  }

  /** What stands at these paths means nothing for a run. */
  void ignore(String... paths) {
    asked.addAll(List.of(paths));
  }

  /** Tells what nobody asked for, each by its path. */
  void tellRest() {
    tell("", node.parameters());
  }

  private void tell(String path, @Nullable Object value) {
    if (asked.contains(path)) {
      return;
    }
    switch (value) {
      case JsonObject object ->
          object.forEach((name, each) -> tell(path.isEmpty() ? name : path + "." + name, each));
      case JsonArray list when list.isEmpty() -> {}
      case null -> {}
      default -> findings.leftOut(path, "this setting is not known here and does nothing any more");
    }
  }
}
