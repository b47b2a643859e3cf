package io.concertmaster.model.expression.compile;

import io.concertmaster.model.expression.library.Globals;
import io.concertmaster.model.expression.library.Methods;
import io.concertmaster.model.expression.library.Namespace;
import io.concertmaster.model.expression.library.time.DateTimeValue;
import io.concertmaster.model.expression.library.time.DurationValue;
import io.concertmaster.model.expression.runtime.JsFunction;
import io.concertmaster.model.expression.runtime.ObjectKind;
import io.concertmaster.model.expression.runtime.ObjectValue;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The words that an expression may use, from the tables that evaluate them: for completion. */
public final class Vocabulary {
  private static final ObjectValue MOMENT = DateTimeValue.of(0, ZoneOffset.UTC, Locale.US);
  private static final ObjectValue SPAN = DurationValue.of(Map.of());

  private Vocabulary() {}

  /**
   * A word after a dot.
   *
   * @param method whether it is called
   */
  public record Member(String name, boolean method) {}

  /** The {@code $} names, sorted. */
  public static Set<String> variables() {
    return new TreeSet<>(Names.known());
  }

  /** The names of JavaScript and n8n that stand alone, without {@code $}, sorted. */
  public static Set<String> globals() {
    Set<String> names = new TreeSet<>(Globals.names());
    names.removeIf(name -> name.startsWith("$"));
    return names;
  }

  /**
   * What may follow a value and a dot: properties first, then methods, each sorted.
   *
   * @param value data, or what {@link #named} gives
   */
  public static List<Member> members(@Nullable Object value) {
    List<Member> members = new ArrayList<>();
    if (value instanceof Namespace space) {
      space
          .names()
          .forEach(name -> members.add(new Member(name, space.find(name) instanceof JsFunction)));
    } else if (value instanceof ObjectValue object) {
      ObjectKind<?> kind = object.kind();
      kind.propertyNames().forEach(name -> members.add(new Member(name, false)));
      kind.methodNames().forEach(name -> members.add(new Member(name, true)));
    } else {
      if (value instanceof String || value instanceof JsonArray) {
        members.add(new Member("length", false));
      }
      Methods.names().stream()
          .filter(name -> has(name, value))
          .forEach(name -> members.add(new Member(name, true)));
    }
    Set<String> properties = new TreeSet<>();
    members.stream().filter(each -> !each.method()).forEach(each -> properties.add(each.name()));
    members.removeIf(each -> each.method() && properties.contains(each.name()));
    members.sort(Comparator.comparing(Member::method).thenComparing(Member::name));
    return members;
  }

  /** A value that is like the one of a name that stands alone; null where that depends on data. */
  public static @Nullable Object named(String name) {
    return switch (name) {
      case "$now", "$today" -> MOMENT;
      default -> Globals.value(name) instanceof Namespace space ? space : null;
    };
  }

  /** A value that is like the result of calling a member of a namespace; null if unknown. */
  public static @Nullable Object made(String namespace) {
    return switch (namespace) {
      case "DateTime" -> MOMENT;
      case "Duration" -> SPAN;
      default -> null;
    };
  }

  private static boolean has(String name, @Nullable Object value) {
    Methods.Named method = Methods.named(name);
    if (method == null) {
      return false;
    }
    return switch (value) {
      case String text -> method.string() != null;
      case JsonArray list -> method.array() != null;
      case JsonObject object -> method.object() != null;
      case Number number -> method.number() != null;
      case Boolean bool -> method.bool() != null;
      case null, default -> false;
    };
  }
}
