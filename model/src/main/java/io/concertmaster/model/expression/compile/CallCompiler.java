package io.concertmaster.model.expression.compile;

import io.concertmaster.model.expression.library.Methods;
import io.concertmaster.model.expression.library.Namespace;
import io.concertmaster.model.expression.runtime.Conversions;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.JsFunction;
import io.concertmaster.model.expression.syntax.Node;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Calls: of the library's functions, of methods, and of functions that the expression made. */
final class CallCompiler {
  /** JavaScript's methods that this evaluator leaves to a script. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "push",
          "pop",
          "shift",
          "unshift",
          "splice",
          "fill",
          "copyWithin",
          "toSpliced",
          "call",
          "apply",
          "bind",
          "next",
          "then",
          "catch",
          "finally",
          "defineProperty",
          "propertyIsEnumerable",
          "isPrototypeOf",
          "subarray",
          "anchor",
          "link",
          "big",
          "bold",
          "groupBy",
          "getBigInt64",
          "getInt8",
          "getUint8",
          "setUint8",
          "setInt8",
          "toArray",
          "take",
          "drop",
          "toLocaleParts",
          "formatToParts",
          "formatRange",
          "formatRangeToParts",
          "compile");

  private final Compiler compiler;
  private final MemberCompiler members;

  CallCompiler(Compiler compiler, MemberCompiler members) {
    this.compiler = compiler;
    this.members = members;
  }

  Code call(Node.Call node) {
    if (compiler.isGlobal(node.callee(), "$if")) {
      return choice(node);
    }
    Code items = members.host().function(node);
    if (items != null) {
      return items;
    }
    return switch (node.callee()) {
      case Node.Member member -> method(member.object(), member.name(), member.optional(), node);
      case Node.Index(Node object, Node key, boolean optional, int start, int end)
          when key instanceof Node.Literal(Object value, int s, int e)
              && value instanceof String name ->
          method(object, name, optional, node);
      case Node.Index index ->
          throw Refusal.unsupported(
              "calling a method by a computed name is not supported in expressions", index);
      default -> function(node);
    };
  }

  /** {@code $if(condition, then, otherwise)} evaluates only what it gives. */
  private Code choice(Node.Call node) {
    List<Node> arguments = node.arguments();
    if (arguments.size() < 2 || arguments.stream().anyMatch(Node.Spread.class::isInstance)) {
      throw Refusal.unsupported("$if needs a condition and one or two values", node);
    }
    Code otherwise =
        arguments.size() > 2 ? compiler.compile(arguments.get(2)) : new Code.Constant(false);
    return OperatorCompiler.conditional(
        compiler.compile(arguments.get(0)), compiler.compile(arguments.get(1)), otherwise);
  }

  private LiteralCompiler.Values arguments(Node.Call node) {
    return new LiteralCompiler(compiler).values(node.arguments());
  }

  private Code function(Node.Call node) {
    Code callee = compiler.compile(node.callee());
    LiteralCompiler.Values arguments = arguments(node);
    boolean optional = node.optional();
    int start = node.start();
    int end = node.end();
    return frame -> {
      Object function = callee.run(frame);
      if (function == Code.Broken.CHAIN || (optional && Conversions.nullish(function))) {
        return Code.Broken.CHAIN;
      }
      try {
        @Nullable Object[] values = arguments.run(frame);
        if (function instanceof JsFunction callable) {
          return callable.call(frame, values);
        }
        throw Failure.type("this is not a function");
      } catch (Failure failure) {
        throw failure.at(start, end);
      }
    };
  }

  /** {@code new}: of the library's constructors only. */
  Code creation(Node.New node) {
    Code callee = compiler.compile(node.callee());
    LiteralCompiler.Values arguments = new LiteralCompiler(compiler).values(node.arguments());
    int start = node.start();
    int end = node.end();
    if (callee instanceof Code.Constant(Object value)
        && value instanceof Namespace.Callable constructor) {
      return frame -> {
        try {
          return constructor.construct(frame, arguments.run(frame));
        } catch (Failure failure) {
          throw failure.at(start, end);
        }
      };
    }
    if (callee instanceof Names.Missing || callee instanceof Names.Nothing) {
      return frame -> {
        callee.run(frame);
        throw Failure.type("this is not a constructor").at(start, end);
      };
    }
    throw Refusal.unsupported("'new' of this is not supported in expressions yet", node);
  }

  private Code method(Node object, String name, boolean optional, Node.Call node) {
    if (compiler.namespace(object) != null && Compiler.hidden(name)) {
      return function(node);
    }
    Compiler.allow(name, object.end(), node.end());
    Code special = members.host().call(object, name, node.arguments(), node);
    if (special != null) {
      return special;
    }
    Namespace space = compiler.namespace(object);
    if (space != null) {
      return function(node);
    }
    Code receiver = compiler.compile(object);
    Methods.Named named = Methods.named(name);
    if (named == null && !ownFunction(object, name) && known(name)) {
      throw Refusal.unsupported(
          name
              + "() is not supported in expressions yet"
              + Refusal.suggestion(name, Methods.names()),
          object.end(),
          node.end());
    }
    return new MethodCall(
        name,
        named,
        receiver,
        arguments(node),
        optional,
        node.optional(),
        node.start(),
        node.end());
  }

  /**
   * Whether a name is a method of JavaScript's that is not here, or nearly one that is. Any other
   * may be a function of the expression's own, or is none of anybody.
   */
  private static boolean known(String name) {
    return ELSEWHERE.contains(name) || !Refusal.suggestion(name, Methods.names()).isEmpty();
  }

  /** Whether the receiver is a record that is written here, with a function of that name. */
  private static boolean ownFunction(Node object, String name) {
    Node bare = object;
    while (bare instanceof Node.Group group) {
      bare = group.inner();
    }
    return bare instanceof Node.ObjectLiteral literal
        && literal.properties().stream()
            .anyMatch(p -> p instanceof Node.Field field && field.name().equals(name));
  }

  /** A call of a method whose receiver is known only while evaluating. */
  private record MethodCall(
      String name,
      Methods.@Nullable Named named,
      Code object,
      LiteralCompiler.Values arguments,
      boolean optional,
      boolean optionalCall,
      int start,
      int end)
      implements Code {
    @Override
    public @Nullable Object run(Frame frame) {
      Object self = object.run(frame);
      if (self == Broken.CHAIN || (optional && Conversions.nullish(self))) {
        return Broken.CHAIN;
      }
      try {
        if (self instanceof JsonObject record) {
          int slot = record.shape().slot(name);
          if (slot >= 0) {
            return own(frame, record, record.slot(slot));
          }
        }
        if (optionalCall
            && !Members.isMethod(self, name)
            && !(named != null && named.extension())) {
          return Broken.CHAIN;
        }
        if (Conversions.nullish(self) && !(named != null && named.extension())) {
          throw Failure.type(name + "() cannot be called on " + self);
        }
        @Nullable Object[] values = arguments.run(frame);
        if (named == null) {
          throw Failure.type(name + "() cannot be used on this value");
        }
        return named.call(frame, self, values);
      } catch (Failure failure) {
        throw failure.at(start, end);
      }
    }

    /** A field of the record itself goes before a method; where it is data, the method is meant. */
    private @Nullable Object own(Frame frame, JsonObject record, @Nullable Object field) {
      if (field instanceof JsFunction function) {
        return function.call(frame, arguments.run(frame));
      }
      if (named != null && named.extension()) {
        return named.call(frame, record, arguments.run(frame));
      }
      throw Failure.type(name + " is no function but a field with data");
    }
  }
}
