package io.concertmaster.model.expression.compile;

import io.concertmaster.model.expression.ExpressionException.Kind;
import io.concertmaster.model.expression.library.Iteration;
import io.concertmaster.model.expression.library.regexp.PatternError;
import io.concertmaster.model.expression.library.regexp.Program;
import io.concertmaster.model.expression.library.regexp.RegExpValue;
import io.concertmaster.model.expression.runtime.Conversions;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.ListLike;
import io.concertmaster.model.expression.runtime.ObjectValue;
import io.concertmaster.model.expression.runtime.Records;
import io.concertmaster.model.expression.syntax.Node;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Templates, arrays and objects. */
final class LiteralCompiler {
  private final Compiler compiler;

  LiteralCompiler(Compiler compiler) {
    this.compiler = compiler;
  }

  Code template(Node.TemplateLiteral node) {
    List<String> texts = node.texts();
    Code[] parts = node.parts().stream().map(compiler::compile).toArray(Code[]::new);
    if (parts.length == 0) {
      return new Code.Constant(texts.getFirst());
    }
    return frame -> {
      StringBuilder text = new StringBuilder(texts.getFirst());
      for (int i = 0; i < parts.length; i++) {
        String part = Conversions.text(frame, parts[i].run(frame));
        frame.chargeText((long) text.length() + part.length());
        text.append(part).append(texts.get(i + 1));
      }
      return text.toString();
    };
  }

  /** {@code String.raw`…`}; other tags are functions with several statements mostly. */
  Code tagged(Node.TaggedTemplate node) {
    boolean raw =
        node.tag() instanceof Node.Member member
            && compiler.isGlobal(member.object(), "String")
            && member.name().equals("raw");
    if (!raw) {
      throw Refusal.unsupported(
          "tagged templates other than String.raw are not supported in expressions yet", node);
    }
    return template(new Node.TemplateLiteral(node.raw(), node.parts(), node.start(), node.end()));
  }

  /** Each evaluation makes a regular expression of its own: its lastIndex moves. */
  Code regex(Node.RegexLiteral node) {
    try {
      Program program = Program.compile(node.pattern(), node.flags());
      return frame -> new RegExpValue(node.pattern(), program);
    } catch (PatternError error) {
      throw Failure.raised(Kind.SYNTAX, error.message()).at(node.start(), node.end());
    }
  }

  Code array(Node.ArrayLiteral node) {
    List<Node> nodes = new ArrayList<>();
    for (Node element : node.elements()) {
      if (element == null) {
        throw Refusal.unsupported("holes in arrays are not supported in expressions", node);
      }
      nodes.add(element);
    }
    Values values = values(nodes);
    return frame -> {
      @Nullable Object[] elements = values.run(frame);
      frame.chargeArray(elements.length);
      return elements.length == 0 ? JsonArray.of() : JsonArray.ofValues(elements);
    };
  }

  /** Several values, as an array's elements or a call's arguments. */
  interface Values {
    @Nullable Object[] run(Frame frame);
  }

  /** Compiles values, some of which may be spread. */
  Values values(List<Node> nodes) {
    if (nodes.stream().anyMatch(Node.Spread.class::isInstance)) {
      return spread(nodes);
    }
    Code[] codes = nodes.stream().map(compiler::compile).toArray(Code[]::new);
    return switch (codes.length) {
      case 0 -> frame -> new @Nullable Object[0];
      case 1 -> {
        Code only = codes[0];
        yield frame -> new @Nullable Object[] {only.run(frame)};
      }
      default ->
          frame -> {
            @Nullable Object[] values = new @Nullable Object[codes.length];
            for (int i = 0; i < codes.length; i++) {
              values[i] = codes[i].run(frame);
            }
            return values;
          };
    };
  }

  private Values spread(List<Node> nodes) {
    List<Code> codes = new ArrayList<>();
    boolean[] spread = new boolean[nodes.size()];
    for (int i = 0; i < nodes.size(); i++) {
      spread[i] = nodes.get(i) instanceof Node.Spread;
      codes.add(
          compiler.compile(
              nodes.get(i) instanceof Node.Spread inner ? inner.value() : nodes.get(i)));
    }
    return frame -> {
      List<@Nullable Object> values = new ArrayList<>();
      for (int i = 0; i < spread.length; i++) {
        Object value = codes.get(i).run(frame);
        if (spread[i]) {
          addAll(frame, values, value);
        } else {
          values.add(value);
        }
      }
      return values.toArray();
    };
  }

  private static void addAll(Frame frame, List<@Nullable Object> values, @Nullable Object value) {
    JsonArray elements = Iteration.elements(frame, value);
    frame.chargeArray(values.size() + (long) elements.size());
    values.addAll(elements);
  }

  /** A part of an object literal: puts fields into the record that is made. */
  private interface Part {
    void put(Frame frame, Map<String, @Nullable Object> fields);
  }

  Code object(Node.ObjectLiteral node) {
    Code plain = plainObject(node);
    if (plain != null) {
      return plain;
    }
    List<Part> parts = node.properties().stream().map(this::part).toList();
    return frame -> {
      Map<String, @Nullable Object> fields = new LinkedHashMap<>();
      for (Part part : parts) {
        part.put(frame, fields);
      }
      return Records.of(frame, fields);
    };
  }

  /** A literal of plain fields with different names: its shape is known now. */
  private @Nullable Code plainObject(Node.ObjectLiteral node) {
    List<String> names = new ArrayList<>();
    for (Node.Property property : node.properties()) {
      if (!(property instanceof Node.Field field)
          || names.contains(field.name())
          || Members.position(field.name(), Integer.MAX_VALUE) >= 0
          || names.size() == 100) {
        return null;
      }
      names.add(field.name());
    }
    Code[] values = new Code[names.size()];
    for (int i = 0; i < values.length; i++) {
      Node.Field field = (Node.Field) node.properties().get(i);
      checkName(field.name(), field);
      values[i] = compiler.compile(field.value());
    }
    Shape shape = Shape.of(names);
    return frame -> {
      @Nullable Object[] slots = new @Nullable Object[values.length];
      for (int i = 0; i < slots.length; i++) {
        slots[i] = values[i].run(frame);
      }
      return JsonObject.ofSlots(shape, slots);
    };
  }

  private Part part(Node.Property property) {
    return switch (property) {
      case Node.Field field -> {
        checkName(field.name(), field);
        Code value = compiler.compile(field.value());
        yield (frame, fields) -> fields.put(field.name(), value.run(frame));
      }
      case Node.ComputedField field -> {
        Code key = compiler.compile(field.key());
        Code value = compiler.compile(field.value());
        yield (frame, fields) -> {
          String name = Conversions.key(frame, key.run(frame));
          fields.put(name, value.run(frame));
        };
      }
      case Node.SpreadFields spread -> {
        Code value = compiler.compile(spread.value());
        yield (Frame frame, Map<String, @Nullable Object> fields) ->
            spreadInto(frame, fields, value.run(frame));
      }
      case Node.MethodField method ->
          throw Refusal.unsupported(
              "methods in objects are not supported in expressions: write name: () => …",
              method.start(),
              method.end());
      case Node.DefaultedField field ->
          throw Failure.raised(Kind.SYNTAX, "write ':' instead of '='")
              .at(field.start(), field.end());
    };
  }

  private static void checkName(String name, Node.Property at) {
    if (name.equals("__proto__")) {
      Compiler.allow(name, at.start(), at.end());
    }
  }

  /** Adds the own fields of a value, as {@code ...} does in an object. */
  static void spreadInto(
      Frame frame, Map<String, @Nullable Object> fields, @Nullable Object value) {
    switch (value) {
      case JsonObject record -> {
        frame.charge(record.size());
        for (int slot = 0; slot < record.size(); slot++) {
          fields.put(record.shape().name(slot), record.slot(slot));
        }
      }
      case JsonArray array -> {
        frame.chargeArray(array.size());
        for (int i = 0; i < array.size(); i++) {
          fields.put(Integer.toString(i), array.get(i));
        }
      }
      case ListLike list -> {
        spreadInto(frame, fields, list.elements());
        for (String name : list.names()) {
          fields.put(name, ((ObjectValue) list).property(frame, name));
        }
      }
      case String text -> {
        frame.chargeArray(text.length());
        for (int i = 0; i < text.length(); i++) {
          fields.put(Integer.toString(i), String.valueOf(text.charAt(i)));
        }
      }
      case null, default -> {
        // numbers, booleans, null and functions have no fields of their own
      }
    }
  }
}
