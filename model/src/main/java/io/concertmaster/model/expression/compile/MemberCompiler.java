package io.concertmaster.model.expression.compile;

import io.concertmaster.model.expression.FieldReference;
import io.concertmaster.model.expression.Undefined;
import io.concertmaster.model.expression.library.Namespace;
import io.concertmaster.model.expression.runtime.Conversions;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.syntax.Node;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.Shape;
import org.jspecify.annotations.Nullable;

/** {@code object.name} and {@code object[key]}. */
final class MemberCompiler {
  private final Compiler compiler;
  private final HostMembers host;

  MemberCompiler(Compiler compiler) {
    this.compiler = compiler;
    this.host = new HostMembers(compiler);
  }

  HostMembers host() {
    return host;
  }

  Code member(Node.Member node) {
    return named(node.object(), node.name(), node.optional(), node.nameStart(), node);
  }

  Code index(Node.Index node) {
    if (node.key() instanceof Node.Literal(Object value, int start, int end)
        && value instanceof String name) {
      return named(node.object(), name, node.optional(), start, node);
    }
    host.refuse(node.object(), node);
    if (compiler.isGlobal(node.object(), "$env")) {
      Code key = compiler.compile(node.key());
      return frame -> host.environment(frame, Conversions.text(frame, key.run(frame)));
    }
    Code object = compiler.compile(node.object());
    Code key = compiler.compile(node.key());
    boolean optional = node.optional();
    int start = node.start();
    int end = node.end();
    return frame -> {
      Object value = object.run(frame);
      if (value == Code.Broken.CHAIN || (optional && Conversions.nullish(value))) {
        return Code.Broken.CHAIN;
      }
      try {
        return Members.computed(frame, value, key.run(frame));
      } catch (Failure failure) {
        throw failure.at(start, end);
      }
    };
  }

  private Code named(Node object, String name, boolean optional, int nameStart, Node node) {
    Namespace known = compiler.namespace(object);
    if (known != null && Compiler.hidden(name)) {
      return new Code.Constant(Undefined.VALUE);
    }
    Compiler.allow(name, nameStart, node.end());
    Code special = host.member(object, name, node);
    if (special != null) {
      return special;
    }
    Namespace space = compiler.namespace(object);
    if (space != null) {
      Object value = space.find(name);
      if (value == null) {
        throw Refusal.unsupported(
            space.name()
                + "."
                + name
                + " is not supported in expressions"
                + Refusal.suggestion(name, space.names()),
            node);
      }
      return new Code.Constant(value);
    }
    if (compiler.isGlobal(object, "$json") || compiler.isGlobal(object, "$data")) {
      compiler.references().fields().add(new FieldReference(name, node.start(), node.end()));
      return new CurrentField(name);
    }
    Code code = compiler.compile(object);
    return code instanceof RunData.ItemCode item && name.equals("json") && !optional
        ? new ItemJson(item, node.start(), node.end())
        : new Field(code, name, optional, node.start(), node.end());
  }

  /** {@code item.json}: the record itself, without a record around it in between. */
  private record ItemJson(RunData.ItemCode code, int start, int end) implements Code {
    @Override
    public Object run(Frame frame) {
      Item item = code.itemOrNull(frame);
      if (item == null) {
        throw Members.missing("json", "undefined").at(start, end);
      }
      return item.json();
    }
  }

  /** Where a field lay the last time. */
  private record Seen(Shape shape, int slot) {
    /** Whether it lies there in a record too. Another shape with the same names only costs time. */
    @SuppressWarnings("ReferenceEquality")
    boolean fits(JsonObject record) {
      return record.shape() == shape && slot >= 0;
    }
  }

  private static final Seen NOTHING = new Seen(Shape.of(java.util.List.of()), -1);

  /** {@code $json.name}: one comparison where the record has the shape of the one before. */
  private static final class CurrentField implements Code {
    private final String name;
    private Seen seen = NOTHING;

    CurrentField(String name) {
      this.name = name;
    }

    @Override
    public @Nullable Object run(Frame frame) {
      JsonObject json = frame.json();
      Seen last = seen;
      if (last.fits(json)) {
        return json.slot(last.slot);
      }
      int slot = json.shape().slot(name);
      if (slot < 0) {
        return Members.get(frame, json, name);
      }
      seen = new Seen(json.shape(), slot);
      return json.slot(slot);
    }
  }

  /** {@code object.name}. */
  private static final class Field implements Code {
    private final Code object;
    private final String name;
    private final boolean optional;
    private final int start;
    private final int end;
    private Seen seen = NOTHING;

    Field(Code object, String name, boolean optional, int start, int end) {
      this.object = object;
      this.name = name;
      this.optional = optional;
      this.start = start;
      this.end = end;
    }

    @Override
    public @Nullable Object run(Frame frame) {
      Object value = object.run(frame);
      if (value instanceof JsonObject record) {
        Seen last = seen;
        if (last.fits(record)) {
          return record.slot(last.slot);
        }
        int slot = record.shape().slot(name);
        if (slot >= 0) {
          seen = new Seen(record.shape(), slot);
          return record.slot(slot);
        }
      }
      if (value == Broken.CHAIN || (optional && Conversions.nullish(value))) {
        return Broken.CHAIN;
      }
      try {
        return Members.get(frame, value, name);
      } catch (Failure failure) {
        throw failure.at(start, end);
      }
    }
  }
}
