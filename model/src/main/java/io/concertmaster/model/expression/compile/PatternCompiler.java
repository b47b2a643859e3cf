package io.concertmaster.model.expression.compile;

import io.concertmaster.model.expression.Undefined;
import io.concertmaster.model.expression.runtime.Conversions;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.Records;
import io.concertmaster.model.expression.syntax.Node;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parameters that are patterns: defaults, rest, and records and lists taken apart. */
final class PatternCompiler {
  private final Compiler compiler;

  PatternCompiler(Compiler compiler) {
    this.compiler = compiler;
  }

  /** Fills variables from a call's arguments. */
  interface Binder {
    void bind(Frame frame, @Nullable Object[] variables, @Nullable Object[] arguments);
  }

  /** Fills variables from a value. */
  private interface Target {
    void take(Frame frame, @Nullable Object[] variables, @Nullable Object value);
  }

  Binder parameter(Node.Pattern pattern, int position, Variables variables) {
    if (pattern instanceof Node.RestPattern rest) {
      Target target = target(rest.pattern(), variables);
      return (frame, locals, arguments) -> {
        List<@Nullable Object> others = new ArrayList<>();
        for (int i = position; i < arguments.length; i++) {
          others.add(arguments[i]);
        }
        frame.chargeArray(others.size());
        target.take(frame, locals, JsonArray.ofValues(others.toArray()));
      };
    }
    Target target = target(pattern, variables);
    return (frame, locals, arguments) -> target.take(frame, locals, locals[position + 1]);
  }

  private Target target(Node.Pattern pattern, Variables variables) {
    return switch (pattern) {
      case Node.NamePattern name -> {
        Names.reserved(name.name(), name.start(), name.start() + name.name().length());
        int slot = variables.add(name.name());
        yield (Frame frame, @Nullable Object[] locals, @Nullable Object value) ->
            locals[slot] = value;
      }
      case Node.DefaultPattern defaulted -> {
        Code otherwise = compiler.compile(defaulted.value());
        Target inner = target(defaulted.pattern(), variables);
        yield (frame, locals, value) ->
            inner.take(frame, locals, value == Undefined.VALUE ? otherwise.run(frame) : value);
      }
      case Node.RestPattern rest ->
          throw Failure.raised(
                  io.concertmaster.model.expression.ExpressionException.Kind.SYNTAX,
                  "a parameter with … must be the last")
              .at(rest.start(), rest.start() + 3);
      case Node.ArrayPattern array -> array(array, variables);
      case Node.ObjectPattern object -> object(object, variables);
    };
  }

  private Target array(Node.ArrayPattern pattern, Variables variables) {
    List<@Nullable Target> targets = new ArrayList<>();
    Target rest = null;
    for (Node.Pattern element : pattern.elements()) {
      if (element instanceof Node.RestPattern last) {
        rest = target(last.pattern(), variables);
      } else {
        targets.add(element == null ? null : target(element, variables));
      }
    }
    Target others = rest;
    return (frame, locals, value) -> {
      JsonArray elements = elements(frame, value);
      for (int i = 0; i < targets.size(); i++) {
        Target target = targets.get(i);
        if (target != null) {
          target.take(frame, locals, i < elements.size() ? elements.get(i) : Undefined.VALUE);
        }
      }
      if (others != null) {
        int from = Math.min(targets.size(), elements.size());
        frame.chargeArray(elements.size() - from);
        others.take(
            frame, locals, JsonArray.ofValues(elements.subList(from, elements.size()).toArray()));
      }
    };
  }

  private static JsonArray elements(Frame frame, @Nullable Object value) {
    return io.concertmaster.model.expression.library.Iteration.elements(frame, value);
  }

  private Target object(Node.ObjectPattern pattern, Variables variables) {
    List<Code> keys = new ArrayList<>();
    List<Target> targets = new ArrayList<>();
    for (Node.PatternField field : pattern.fields()) {
      if (field.key() instanceof Node.Literal(Object value, int start, int end)
          && value instanceof String name) {
        Compiler.allow(name, start, end);
      }
      keys.add(compiler.compile(field.key()));
      targets.add(target(field.pattern(), variables));
    }
    Target rest = pattern.rest() == null ? null : target(pattern.rest(), variables);
    return (frame, locals, value) -> {
      if (Conversions.nullish(value)) {
        throw Failure.type("null and undefined cannot be taken apart with {…}");
      }
      List<String> taken = new ArrayList<>();
      for (int i = 0; i < keys.size(); i++) {
        String key = Conversions.key(frame, keys.get(i).run(frame));
        taken.add(key);
        targets.get(i).take(frame, locals, Members.computed(frame, value, key));
      }
      if (rest != null) {
        rest.take(frame, locals, others(frame, value, taken));
      }
    };
  }

  private static JsonObject others(Frame frame, @Nullable Object value, List<String> taken) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    LiteralCompiler.spreadInto(frame, fields, value);
    taken.forEach(fields::remove);
    return Records.of(frame, fields);
  }
}
