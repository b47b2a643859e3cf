package io.concertmaster.designer.expression;

import io.concertmaster.designer.data.Field;
import io.concertmaster.designer.data.ValueText;
import io.concertmaster.designer.expression.CompletionPopup.Suggestion;
import io.concertmaster.designer.expression.InputPreview.Situation;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What may follow at a caret in a template: variables after {@code $}, fields after {@code $json.},
 * methods after a value whose type the last run tells, and names of nodes in {@code $('…')}.
 */
final class Completions {
  private static final Pattern PATH =
      Pattern.compile("(\\$json|\\$input\\.item\\.json)((?:\\.[\\w$]+)*)\\.([\\w$]*)$");
  private static final Pattern VARIABLE = Pattern.compile("(?<![\\w$.])(\\$\\w*)$");
  private static final Pattern NODE = Pattern.compile("\\$\\((['\"])([^'\"]*)$");

  private static final List<String> VARIABLES =
      List.of(
          "$json",
          "$input",
          "$now",
          "$today",
          "$itemIndex",
          "$runIndex",
          "$workflow",
          "$execution",
          "$binary",
          "$env",
          "$('Node')");
  private static final List<String> TEXT_METHODS =
      List.of(
          "toUpperCase()",
          "toLowerCase()",
          "trim()",
          "length",
          "includes('')",
          "startsWith('')",
          "endsWith('')",
          "replace('', '')",
          "replaceAll('', '')",
          "slice(0)",
          "split(',')",
          "padStart(2, '0')");
  private static final List<String> NUMBER_METHODS = List.of("toFixed(2)", "toString()");
  private static final List<String> LIST_METHODS =
      List.of(
          "length",
          "map(each => each)",
          "filter(each => each)",
          "join(', ')",
          "includes('')",
          "slice(0)",
          "reduce((sum, each) => sum + each, 0)",
          "at(0)");

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
    Matcher variable = VARIABLE.matcher(code);
    if (variable.find()) {
      String typed = variable.group(1);
      return starting(VARIABLES, typed).stream()
          .map(name ->
              new Suggestion(name, name.equals("$('Node')") ? "$('" : name, "", typed.length()))
          .toList();
    }
    return List.of();
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
    for (String method : starting(methods(sample), typed)) {
      found.add(new Suggestion(method, method, "", typed.length()));
    }
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

  private static List<String> methods(@Nullable Object sample) {
    return switch (sample) {
      case String text -> TEXT_METHODS;
      case Number number -> NUMBER_METHODS;
      case JsonArray list -> LIST_METHODS;
      case null, default -> List.of();
    };
  }

  private static List<String> starting(List<String> names, String typed) {
    return names.stream().filter(name -> begins(name, typed)).toList();
  }

  private static boolean begins(String name, String typed) {
    return name.toLowerCase(Locale.ROOT).startsWith(typed.toLowerCase(Locale.ROOT))
        && !name.equals(typed);
  }
}
