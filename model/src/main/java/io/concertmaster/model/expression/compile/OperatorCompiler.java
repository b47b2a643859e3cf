package io.concertmaster.model.expression.compile;

import io.concertmaster.model.expression.Undefined;
import io.concertmaster.model.expression.library.Namespace;
import io.concertmaster.model.expression.runtime.BigIntegerValue;
import io.concertmaster.model.expression.runtime.Conversions;
import io.concertmaster.model.expression.runtime.Equality;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.ListLike;
import io.concertmaster.model.expression.runtime.Numbers;
import io.concertmaster.model.expression.runtime.Operators;
import io.concertmaster.model.expression.runtime.Operators.Comparison;
import io.concertmaster.model.expression.syntax.Node;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import org.jspecify.annotations.Nullable;

/** Operators. What has constant operands is computed when compiling. */
final class OperatorCompiler {
  private final Compiler compiler;

  OperatorCompiler(Compiler compiler) {
    this.compiler = compiler;
  }

  /** An operator on two values. */
  private interface Operation {
    @Nullable Object apply(Frame frame, @Nullable Object left, @Nullable Object right);
  }

  Code unary(Node.Unary node) {
    String operator = node.operator();
    if (operator.equals("delete") || operator.equals("await")) {
      throw Refusal.unsupported("'" + operator + "' is not supported in expressions yet", node);
    }
    if (operator.equals("typeof") && node.operand() instanceof Node.Name name) {
      return typeOfName(name);
    }
    Code operand = compiler.compile(node.operand());
    Code code =
        switch (operator) {
          case "-" -> frame -> negated(frame, operand.run(frame));
          case "+" -> frame -> Conversions.numeric(frame, operand.run(frame));
          case "!" -> frame -> !Conversions.truth(operand.run(frame));
          case "~" -> frame -> (long) ~Operators.int32(frame, operand.run(frame));
          case "typeof" -> frame -> Conversions.typeOf(operand.run(frame));
          default ->
              frame -> {
                operand.run(frame);
                return Undefined.VALUE;
              };
        };
    return operand instanceof Code.Constant(Object value) && !operator.equals("void")
        ? folded(code, value, null)
        : code;
  }

  private static Object negated(Frame frame, @Nullable Object value) {
    return value instanceof BigIntegerValue(java.math.BigInteger big)
        ? new BigIntegerValue(big.negate())
        : Numbers.of(-Conversions.number(frame, value));
  }

  /** {@code typeof} is the one operator that an unknown name does not hurt. */
  private Code typeOfName(Node.Name name) {
    Code operand = compiler.compile(name);
    return frame -> {
      try {
        return Conversions.typeOf(operand.run(frame));
      } catch (Failure failure) {
        if (operand instanceof Names.Missing) {
          return "undefined";
        }
        throw failure;
      }
    };
  }

  Code binary(Node.Binary node) {
    Code left = compiler.compile(node.left());
    Code right = compiler.compile(node.right());
    if (node.operator().equals("+")) {
      return folded(frame -> Operators.add(frame, left.run(frame), right.run(frame)), left, right);
    }
    Operation operation = operation(node);
    return folded(frame -> operation.apply(frame, left.run(frame), right.run(frame)), left, right);
  }

  private static Operation operation(Node.Binary node) {
    return switch (node.operator()) {
      case "-" -> Operators::subtract;
      case "*" -> Operators::multiply;
      case "/" -> Operators::divide;
      case "%" -> Operators::remainder;
      case "**" -> Operators::power;
      case "&" -> (f, l, r) -> bits(f, "&", l, r);
      case "|" -> (f, l, r) -> bits(f, "|", l, r);
      case "^" -> (f, l, r) -> bits(f, "^", l, r);
      case "<<" -> (f, l, r) -> bits(f, "<<", l, r);
      case ">>" -> (f, l, r) -> bits(f, ">>", l, r);
      case ">>>" ->
          (f, l, r) -> Integer.toUnsignedLong(Operators.int32(f, l) >>> Operators.int32(f, r));
      case "<" -> (f, l, r) -> Operators.compare(f, Comparison.LESS, l, r);
      case ">" -> (f, l, r) -> Operators.compare(f, Comparison.GREATER, l, r);
      case "<=" -> (f, l, r) -> Operators.compare(f, Comparison.LESS_OR_EQUAL, l, r);
      case ">=" -> (f, l, r) -> Operators.compare(f, Comparison.GREATER_OR_EQUAL, l, r);
      case "===" -> Equality::strict;
      case "!==" -> (f, l, r) -> !Equality.strict(f, l, r);
      case "==" -> Equality::loose;
      case "!=" -> (f, l, r) -> !Equality.loose(f, l, r);
      case "in" -> OperatorCompiler::in;
      case "instanceof" -> OperatorCompiler::instance;
      default ->
          throw Refusal.unsupported(
              "'" + node.operator() + "' is not supported in expressions yet", node);
    };
  }

  private static Object bits(
      Frame frame, String operator, @Nullable Object left, @Nullable Object right) {
    if (left instanceof BigIntegerValue || right instanceof BigIntegerValue) {
      return Operators.big(frame, operator, left, right);
    }
    int l = Operators.int32(frame, left);
    int r = Operators.int32(frame, right);
    return switch (operator) {
      case "&" -> (long) (l & r);
      case "|" -> (long) (l | r);
      case "^" -> (long) (l ^ r);
      case "<<" -> (long) (l << r);
      default -> (long) (l >> r);
    };
  }

  private static Object instance(Frame frame, @Nullable Object value, @Nullable Object type) {
    if (type instanceof Namespace.Callable constructor) {
      return constructor.hasInstance(value);
    }
    throw Failure.type("'instanceof' needs a constructor on its right side");
  }

  private static boolean in(Frame frame, @Nullable Object key, @Nullable Object object) {
    String name = Conversions.key(frame, key);
    return switch (object) {
      case JsonObject record -> record.containsKey(name) || Members.inherited(name);
      case JsonArray array ->
          name.equals("length")
              || Members.position(name, array.size()) >= 0
              || Members.isMethod(array, name);
      case ListLike list -> list.names().contains(name) || in(frame, key, list.elements());
      case null, default -> {
        if (Conversions.isObject(object)) {
          throw Failure.raised(
              io.concertmaster.model.expression.ExpressionException.Kind.UNSUPPORTED,
              "'in' looks into records and lists only");
        }
        throw Failure.type("'in' needs a record or list on its right side");
      }
    };
  }

  Code logical(Node.Logical node) {
    Code left = compiler.compile(node.left());
    Code right = compiler.compile(node.right());
    return switch (node.operator()) {
      case "&&" ->
          frame -> {
            Object value = left.run(frame);
            return Conversions.truth(value) ? right.run(frame) : value;
          };
      case "||" ->
          frame -> {
            Object value = left.run(frame);
            return Conversions.truth(value) ? value : right.run(frame);
          };
      default ->
          frame -> {
            Object value = left.run(frame);
            return Conversions.nullish(value) ? right.run(frame) : value;
          };
    };
  }

  Code conditional(Node.Conditional node) {
    return conditional(
        compiler.compile(node.condition()),
        compiler.compile(node.then()),
        compiler.compile(node.otherwise()));
  }

  static Code conditional(Code condition, Code then, Code otherwise) {
    return frame ->
        Conversions.truth(condition.run(frame)) ? then.run(frame) : otherwise.run(frame);
  }

  /** The code, or its value where both operands are constants and small. */
  private static Code folded(Code code, Code left, Code right) {
    return left instanceof Code.Constant(Object l) && right instanceof Code.Constant(Object r)
        ? folded(code, l, r)
        : code;
  }

  private static Code folded(Code code, @Nullable Object left, @Nullable Object right) {
    if (Conversions.isObject(left) || Conversions.isObject(right)) {
      return code;
    }
    try {
      return new Code.Constant(code.run(new Frame(NoScope.HERE)));
    } catch (Failure failure) {
      return code;
    }
  }
}
