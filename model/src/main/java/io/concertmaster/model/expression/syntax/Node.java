package io.concertmaster.model.expression.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tree of an ECMAScript expression (ECMA-262 §13). {@code start} and {@code end} count
 * characters in the whole parameter, so that every node can be pointed at. The whole expression
 * grammar has its node; what can be evaluated is the compiler's matter.
 */
public sealed interface Node {
  /** The first character. */
  int start();

  /** The character after the last one. */
  int end();

  /** A number, string, boolean or null. Numbers are Long or Double. */
  record Literal(@Nullable Object value, int start, int end) implements Node {}

  /** {@code 10n}: the digits as written. */
  record BigIntegerLiteral(String text, int start, int end) implements Node {}

  /** {@code /pattern/flags}. */
  record RegexLiteral(String pattern, String flags, int start, int end) implements Node {}

  /** A template: its texts, one more than parts. */
  record TemplateLiteral(List<String> texts, List<Node> parts, int start, int end)
      implements Node {}

  /** {@code tag`template`}, with the texts as they are written. */
  record TaggedTemplate(Node tag, List<String> raw, List<Node> parts, int start, int end)
      implements Node {}

  /** A variable. */
  record Name(String name, int start, int end) implements Node {}

  /** {@code this}, {@code super}, {@code new.target}, {@code import(…)}. */
  record Special(String word, int start, int end) implements Node {}

  /** An array; a null element is a hole. */
  record ArrayLiteral(List<@Nullable Node> elements, int start, int end) implements Node {}

  /** An object. */
  record ObjectLiteral(List<Property> properties, int start, int end) implements Node {}

  /** {@code object.name}, {@code object?.name}. */
  record Member(Node object, String name, boolean optional, int nameStart, int start, int end)
      implements Node {}

  /** {@code object[key]}, {@code object?.[key]}. */
  record Index(Node object, Node key, boolean optional, int start, int end) implements Node {}

  /** {@code callee(arguments)}, {@code callee?.(arguments)}. */
  record Call(Node callee, List<Node> arguments, boolean optional, int start, int end)
      implements Node {}

  /** {@code new callee(arguments)}. */
  record New(Node callee, List<Node> arguments, int start, int end) implements Node {}

  /** A chain with {@code ?.} in it: where a link is missing, the whole chain is undefined. */
  record OptionalChain(Node chain, int start, int end) implements Node {}

  /** {@code - + ! ~ typeof void delete await}. */
  record Unary(String operator, Node operand, int start, int end) implements Node {}

  /** {@code ++} and {@code --}. */
  record Update(String operator, boolean prefix, Node target, int start, int end) implements Node {}

  /** Arithmetic, bits, comparison, {@code in} and {@code instanceof}. */
  record Binary(String operator, Node left, Node right, int start, int end) implements Node {}

  /** {@code && || ??}. */
  record Logical(String operator, Node left, Node right, int start, int end) implements Node {}

  /** {@code condition ? then : otherwise}. */
  record Conditional(Node condition, Node then, Node otherwise, int start, int end)
      implements Node {}

  /** {@code target = value} and its kin; the target is a Name, Member, Index or pattern. */
  record Assign(String operator, Node target, Node value, int start, int end) implements Node {}

  /** {@code a, b}. */
  record Sequence(List<Node> parts, int start, int end) implements Node {}

  /** {@code ...value}, in arguments, arrays and objects. */
  record Spread(Node value, int start, int end) implements Node {}

  /** {@code (inner)}. */
  record Group(Node inner, int start, int end) implements Node {}

  /** {@code (parameters) => body}; the body is an expression or a {@link Block}. */
  record Arrow(List<Pattern> parameters, Node body, boolean async, int start, int end)
      implements Node {}

  /** A body in braces: where it is one {@code return}, the returned expression. */
  record Block(@Nullable Node returned, boolean simple, int start, int end) implements Node {}

  /** {@code function …} and {@code class …}, not looked into. */
  record Definition(String what, int start, int end) implements Node {}

  /** {@code yield …}. */
  record Yield(int start, int end) implements Node {}

  /** An object literal's part. */
  sealed interface Property {
    /** The first character. */
    int start();

    /** The character after the last one. */
    int end();
  }

  /** {@code name: value}, {@code 'name': value}, {@code name}. */
  record Field(String name, Node value, boolean shorthand, int start, int end)
      implements Property {}

  /** {@code [key]: value}. */
  record ComputedField(Node key, Node value, int start, int end) implements Property {}

  /** {@code ...value}. */
  record SpreadFields(Node value, int start, int end) implements Property {}

  /** {@code name(…) {…}}, {@code get name() {…}}, not looked into. */
  record MethodField(String name, int start, int end) implements Property {}

  /** {@code name = value} inside a literal that can only be a pattern. */
  record DefaultedField(String name, Node value, int start, int end) implements Property {}

  /** What a function's parameter takes apart. */
  sealed interface Pattern {
    /** The first character. */
    int start();
  }

  /** A variable. */
  record NamePattern(String name, int start) implements Pattern {}

  /** {@code pattern = value}. */
  record DefaultPattern(Pattern pattern, Node value, int start) implements Pattern {}

  /** {@code ...pattern}, last. */
  record RestPattern(Pattern pattern, int start) implements Pattern {}

  /** {@code [a, , b]}; a null element is skipped. */
  record ArrayPattern(List<@Nullable Pattern> elements, int start) implements Pattern {}

  /** {@code {a, b: c, ...rest}}. */
  record ObjectPattern(List<PatternField> fields, @Nullable Pattern rest, int start)
      implements Pattern {}

  /** {@code key: pattern} in an object pattern; the key is computed where it is no literal. */
  record PatternField(Node key, Pattern pattern) {}
}
