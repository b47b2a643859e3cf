package io.concertmaster.model.expression.syntax;

import io.concertmaster.model.expression.syntax.Node.ArrayLiteral;
import io.concertmaster.model.expression.syntax.Node.Arrow;
import io.concertmaster.model.expression.syntax.Node.Assign;
import io.concertmaster.model.expression.syntax.Node.Binary;
import io.concertmaster.model.expression.syntax.Node.Call;
import io.concertmaster.model.expression.syntax.Node.Conditional;
import io.concertmaster.model.expression.syntax.Node.Group;
import io.concertmaster.model.expression.syntax.Node.Index;
import io.concertmaster.model.expression.syntax.Node.Logical;
import io.concertmaster.model.expression.syntax.Node.Member;
import io.concertmaster.model.expression.syntax.Node.Name;
import io.concertmaster.model.expression.syntax.Node.ObjectLiteral;
import io.concertmaster.model.expression.syntax.Node.Sequence;
import io.concertmaster.model.expression.syntax.Node.Unary;
import io.concertmaster.model.expression.syntax.Node.Update;
import io.concertmaster.model.expression.syntax.Node.Yield;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parses one block by recursive descent and precedence climbing, in one pass and without going
 * back: what stands in parentheses is read as an expression, and turned into parameters when an
 * arrow follows ({@link Patterns}).
 */
public final class Parser {
  private static final Map<String, Integer> PRECEDENCE =
      Map.ofEntries(
          Map.entry("??", 1),
          Map.entry("||", 2),
          Map.entry("&&", 3),
          Map.entry("|", 4),
          Map.entry("^", 5),
          Map.entry("&", 6),
          Map.entry("==", 7),
          Map.entry("!=", 7),
          Map.entry("===", 7),
          Map.entry("!==", 7),
          Map.entry("<", 8),
          Map.entry(">", 8),
          Map.entry("<=", 8),
          Map.entry(">=", 8),
          Map.entry("instanceof", 8),
          Map.entry("in", 8),
          Map.entry("<<", 9),
          Map.entry(">>", 9),
          Map.entry(">>>", 9),
          Map.entry("+", 10),
          Map.entry("-", 10),
          Map.entry("*", 11),
          Map.entry("/", 11),
          Map.entry("%", 11),
          Map.entry("**", 12));

  private static final Set<String> ASSIGNMENTS =
      Set.of(
          "=", "+=", "-=", "*=", "/=", "%=", "**=", "<<=", ">>=", ">>>=", "&=", "^=", "|=", "&&=",
          "||=", "??=");

  private static final Set<String> PREFIXES =
      Set.of("-", "+", "!", "~", "typeof", "void", "delete", "await");

  private final Tokens tokens;
  private final PrimaryParser primary;

  /** Places of {@code {a = 1}}, which is allowed only where a pattern comes of it. */
  private final List<Node.DefaultedField> undecided = new ArrayList<>();

  private Parser(Tokens tokens) {
    this.tokens = tokens;
    this.primary = new PrimaryParser(this, tokens);
  }

  /**
   * A parsed block.
   *
   * @param node the expression; null where the block holds none
   * @param depth how deep it nests
   */
  public record Parsed(@Nullable Node node, int depth) {}

  /**
   * Parses a part of a parameter.
   *
   * @param passed gets every token that was understood, also where parsing fails
   * @throws SyntaxFailure where it is no expression
   */
  public static Parsed parse(String source, int start, int end, List<Token> passed) {
    Tokens tokens = new Tokens(source, start, end, passed);
    Parser parser = new Parser(tokens);
    Node node = tokens.atEnd() || tokens.isSign(";") ? null : parser.expression();
    while (tokens.accept(";")) {
      // a semicolon at the end changes nothing
    }
    if (!tokens.atEnd()) {
      throw tokens.unexpected("expected an operator or the end of the block");
    }
    if (!parser.undecided.isEmpty()) {
      Node.DefaultedField first = parser.undecided.getFirst();
      throw new SyntaxFailure("write ':' instead of '='", first.start(), first.end());
    }
    return new Parsed(node, tokens.deepest());
  }

  /** An expression with commas. */
  Node expression() {
    Node first = assignment();
    if (!tokens.isSign(",")) {
      return first;
    }
    List<Node> parts = new ArrayList<>(List.of(first));
    while (tokens.accept(",")) {
      parts.add(assignment());
    }
    return new Sequence(List.copyOf(parts), first.start(), tokens.lastEnd());
  }

  /** An expression without commas outside of brackets. */
  Node assignment() {
    int before = tokens.descend(6);
    Node node = assignmentHere();
    tokens.ascend(before);
    return node;
  }

  private Node assignmentHere() {
    Token first = tokens.current();
    if (first.isKeyword("yield")) {
      tokens.take();
      if (!tokens.atEnd() && !tokens.isSign(")") && !tokens.isSign("}")) {
        tokens.accept("*");
        assignment();
      }
      return new Yield(first.start(), tokens.lastEnd());
    }
    Node left = conditional();
    Token next = tokens.current();
    if (next.isSign("=>")
        && left instanceof Call call
        && call.callee() instanceof Name(String name, int s, int e)
        && name.equals("async")) {
      return arrow(Patterns.parameters(call.arguments()), true, left.start());
    }
    if (next.kind() != TokenKind.SIGN || !ASSIGNMENTS.contains(next.text())) {
      return left;
    }
    checkTarget(left, next);
    tokens.take();
    Node value = assignment();
    return new Assign(next.text(), left, value, left.start(), tokens.lastEnd());
  }

  private void checkTarget(Node target, Token operator) {
    Node bare = target;
    while (bare instanceof Group group) {
      bare = group.inner();
    }
    boolean pattern = target instanceof ArrayLiteral || target instanceof ObjectLiteral;
    if (pattern && operator.isSign("=")) {
      decided(target.start(), target.end());
    } else if (!(bare instanceof Name || bare instanceof Member || bare instanceof Index)) {
      throw new SyntaxFailure(
          "nothing can be assigned to this: compare with == or ===",
          target.start(),
          operator.end());
    }
  }

  /** An arrow function, from its arrow on. */
  Node arrow(List<Node.Pattern> parameters, boolean async, int start) {
    decided(start, tokens.current().start());
    tokens.expect("=>", "after the parameters");
    Node body = tokens.isSign("{") ? block() : assignment();
    return new Arrow(parameters, body, async, start, tokens.lastEnd());
  }

  private Node block() {
    Token open = tokens.current();
    int start = open.start();
    tokens.take();
    if (tokens.accept("}")) {
      return new Node.Block(null, true, start, tokens.lastEnd());
    }
    Node returned = null;
    if (tokens.isKeyword("return")) {
      tokens.take();
      boolean bare = tokens.isSign(";") || tokens.isSign("}") || tokens.current().afterLineEnd();
      returned = bare ? null : expression();
      while (tokens.accept(";")) {
        // a semicolon at the end changes nothing
      }
      if (tokens.accept("}")) {
        return new Node.Block(returned, true, start, tokens.lastEnd());
      }
    }
    tokens.skipRest(open);
    return new Node.Block(null, false, start, tokens.lastEnd());
  }

  /** Notes a field with a default, until it is known to lie in a pattern. */
  void undecided(Node.DefaultedField field) {
    undecided.add(field);
  }

  private void decided(int start, int end) {
    undecided.removeIf(field -> field.start() >= start && field.end() <= end);
  }

  private Node conditional() {
    Node condition = binary(0);
    if (!tokens.isSign("?")) {
      return condition;
    }
    tokens.take();
    Node then = assignment();
    tokens.expect(":", "between the two values of ?:");
    Node otherwise = assignment();
    return new Conditional(condition, then, otherwise, condition.start(), tokens.lastEnd());
  }

  private int precedence() {
    Token token = tokens.current();
    return switch (token.kind()) {
      case SIGN -> PRECEDENCE.getOrDefault(token.text(), 0);
      case KEYWORD -> token.text().equals("in") || token.text().equals("instanceof") ? 8 : 0;
      default -> 0;
    };
  }

  private Node binary(int above) {
    int before = tokens.descend(1);
    Node left = unary();
    for (int strength = precedence(); strength > above; strength = precedence()) {
      tokens.deeper(1);
      String operator = tokens.take().text();
      if (operator.equals("**") && left instanceof Unary) {
        throw new SyntaxFailure(
            "put parentheses around the left side of **", left.start(), left.end());
      }
      Node right = binary(operator.equals("**") ? strength - 1 : strength);
      left = combine(operator, left, right);
    }
    tokens.ascend(before);
    return left;
  }

  private Node combine(String operator, Node left, Node right) {
    noArrow(left);
    noArrow(right);
    int start = left.start();
    int end = tokens.lastEnd();
    if (!operator.equals("??") && !operator.equals("||") && !operator.equals("&&")) {
      return new Binary(operator, left, right, start, end);
    }
    for (Node side : List.of(left, right)) {
      if (side instanceof Logical other && operator.equals("??") != other.operator().equals("??")) {
        throw new SyntaxFailure(
            "put parentheses where ?? meets "
                + (operator.equals("??") ? other.operator() : operator),
            start,
            end);
      }
    }
    return new Logical(operator, left, right, start, end);
  }

  private static void noArrow(Node side) {
    if (side instanceof Arrow) {
      throw new SyntaxFailure("put parentheses around the function", side.start(), side.end());
    }
  }

  private Node unary() {
    Token token = tokens.current();
    boolean word = token.kind() == TokenKind.KEYWORD;
    if ((word || token.kind() == TokenKind.SIGN) && PREFIXES.contains(token.text())) {
      int before = tokens.descend(2);
      tokens.take();
      Node operand = unary();
      noArrow(operand);
      tokens.ascend(before);
      return new Unary(token.text(), operand, token.start(), tokens.lastEnd());
    }
    if (token.isSign("++") || token.isSign("--")) {
      int before = tokens.descend(2);
      tokens.take();
      Node target = unary();
      tokens.ascend(before);
      return new Update(token.text(), true, target, token.start(), tokens.lastEnd());
    }
    Node operand = primary.leftHandSide();
    Token after = tokens.current();
    if ((after.isSign("++") || after.isSign("--")) && !after.afterLineEnd()) {
      tokens.take();
      return new Update(after.text(), false, operand, operand.start(), tokens.lastEnd());
    }
    return operand;
  }
}
