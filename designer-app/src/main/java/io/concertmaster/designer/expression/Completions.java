package io.concertmaster.designer.expression;

import io.concertmaster.designer.data.Field;
import io.concertmaster.designer.data.ValueText;
import io.concertmaster.designer.expression.CompletionPopup.Suggestion;
import io.concertmaster.designer.expression.InputPreview.Situation;
import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.expression.compile.Vocabulary;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What may follow at a caret in a template: names, fields after {@code $json.}, what the library
 * has after a dot where the type is known, and names of nodes in {@code $('…')}.
 */
final class Completions {
  private static final Pattern PATH =
      Pattern.compile("(\\$json|\\$input\\.item\\.json)((?:\\.[\\w$]+)*)\\.([\\w$]*)$");
  private static final Pattern MEMBER =
      Pattern.compile(
          "(?<![\\w$.\\])])((?:[A-Za-z]\\w*\\.\\w+\\([^()]*\\))|\\$?\\w+|'[^']*'|\"[^\"]*\"|\\[[^\\[\\]]*\\])"
              + "\\.([\\w$]*)$");
  private static final Pattern NAME = Pattern.compile("(?<![\\w$.'\"])(\\$\\w*|[A-Za-z]\\w+)$");
  private static final Pattern NODE = Pattern.compile("\\$\\((['\"])([^'\"]*)$");

  private Completions() {}

  /** The suggestions at a caret; none outside of a block. */
  static List<Suggestion> at(String template, int caret, Situation situation) {
    String before = template.substring(0, caret);
    int open = before.lastIndexOf("{{");
    if (open < 0 || before.indexOf("}}", open) >= 0) {
      return List.of();
    }
    String code = before.substring(open + 2);
    Matcher node = NODE.matcher(code);
    if (node.find()) {
      return nodes(situation, node.group(1), node.group(2));
    }
    Matcher path = PATH.matcher(code);
    if (path.find()) {
      return members(situation, path.group(2), path.group(3));
    }
    Matcher member = MEMBER.matcher(code);
    if (member.find()) {
      List<Suggestion> found = new ArrayList<>();
      Object receiver = receiver(situation, member.group(1));
      if (receiver instanceof JsonObject object) {
        object.forEach((field, value) -> addField(field, value, member.group(2), found));
      }
      found.addAll(methods(receiver, member.group(2)));
      return found;
    }
    Matcher name = NAME.matcher(code);
    if (name.find()) {
      return names(name.group(1));
    }
    return List.of();
  }

  /** Records that are the same whatever the run did, by what they hold. */
  private static @Nullable Object record(Situation situation, String name) {
    return switch (name) {
      case "$workflow" -> JsonObject.of("id", "", "name", "").with("active", false);
      case "$execution" ->
          JsonObject.of("id", "", "mode", "").with("customData", JsonObject.empty());
      case "$prevNode" -> JsonObject.of("name", "", "outputIndex", 0L).with("runIndex", 0L);
      case "$parameter", "$rawParameter" ->
          situation
              .workflow()
              .node(situation.node())
              .map(NodeDefinition::parameters)
              .orElse(JsonObject.empty());
      default -> null;
    };
  }

  private static List<Suggestion> names(String typed) {
    List<Suggestion> found = new ArrayList<>();
    if (typed.equals("$")) {
      found.add(new Suggestion("$('Node')", "$('", "node", 1));
    }
    for (String name : starting(Vocabulary.variables(), typed)) {
      found.add(new Suggestion(name, name, "", typed.length()));
    }
    for (String name : starting(Vocabulary.globals(), typed)) {
      found.add(new Suggestion(name, name, "", typed.length()));
    }
    return found;
  }

  /** A value like the one before a dot: null where that is not clear without evaluating. */
  private static @Nullable Object receiver(Situation situation, String code) {
    Object named = Vocabulary.named(code);
    if (named != null) {
      return named;
    }
    if (code.endsWith(")")) {
      return Vocabulary.made(code.substring(0, Math.max(0, code.indexOf('.'))));
    }
    return switch (code.charAt(code.length() - 1)) {
      case '\'', '"' -> "";
      case ']' -> JsonArray.copyOf(List.of());
      default -> record(situation, code);
    };
  }

  private static List<Suggestion> nodes(Situation situation, String quote, String typed) {
    return situation.workflow().nodes().values().stream()
        .filter(node -> begins(node.name(), typed))
        .map(node ->
            new Suggestion(
                node.name(), node.name() + quote + ").item.json", "node", typed.length()))
        .toList();
  }

  private static List<Suggestion> members(Situation situation, String dotted, String typed) {
    List<String> path =
        dotted.isEmpty() ? List.of() : List.of(dotted.substring(1).split("\\.", -1));
    List<Suggestion> found = new ArrayList<>();
    Object sample = null;
    for (Item item : sampleItems(situation)) {
      Object value = path.isEmpty() ? item.json() : new Field(path).of(item.json());
      sample = sample == null ? value : sample;
      if (value instanceof JsonObject object) {
        object.forEach((name, inner) -> addField(name, inner, typed, found));
      }
    }
    found.addAll(methods(sample, typed));
    return found;
  }

  private static List<Item> sampleItems(Situation situation) {
    Optional<Item> chosen = situation.item();
    List<Item> items = new ArrayList<>();
    chosen.ifPresent(items::add);
    items.addAll(situation.page().subList(0, Math.min(20, situation.page().size())));
    return items;
  }

  private static void addField(
      String name, @Nullable Object value, String typed, List<Suggestion> found) {
    boolean plain = name.matches("[A-Za-z_$][A-Za-z0-9_$]*");
    if (plain && begins(name, typed) && found.stream().noneMatch(one -> one.text().equals(name))) {
      found.add(new Suggestion(name, name, ValueText.type(value), typed.length()));
    }
  }

  private static List<Suggestion> methods(@Nullable Object receiver, String typed) {
    List<Suggestion> found = new ArrayList<>();
    for (Vocabulary.Member member : Vocabulary.members(receiver)) {
      if (begins(member.name(), typed) && member.name().matches("[A-Za-z]\\w*")) {
        String text = member.method() ? member.name() + "()" : member.name();
        found.add(new Suggestion(text, text, "", typed.length()));
      }
    }
    return found;
  }

  private static List<String> starting(Collection<String> names, String typed) {
    return names.stream().filter(name -> begins(name, typed)).toList();
  }

  private static boolean begins(String name, String typed) {
    return name.toLowerCase(Locale.ROOT).startsWith(typed.toLowerCase(Locale.ROOT))
        && !name.equals(typed);
  }
}
