package io.concertmaster.model.expression.syntax;

import io.concertmaster.model.expression.syntax.Node.ArrayLiteral;
import io.concertmaster.model.expression.syntax.Node.Arrow;
import io.concertmaster.model.expression.syntax.Node.Call;
import io.concertmaster.model.expression.syntax.Node.Definition;
import io.concertmaster.model.expression.syntax.Node.Group;
import io.concertmaster.model.expression.syntax.Node.Index;
import io.concertmaster.model.expression.syntax.Node.Literal;
import io.concertmaster.model.expression.syntax.Node.Member;
import io.concertmaster.model.expression.syntax.Node.Name;
import io.concertmaster.model.expression.syntax.Node.New;
import io.concertmaster.model.expression.syntax.Node.OptionalChain;
import io.concertmaster.model.expression.syntax.Node.RegexLiteral;
import io.concertmaster.model.expression.syntax.Node.Sequence;
import io.concertmaster.model.expression.syntax.Node.Special;
import io.concertmaster.model.expression.syntax.Node.Spread;
import io.concertmaster.model.expression.syntax.Node.TaggedTemplate;
import io.concertmaster.model.expression.syntax.Node.TemplateLiteral;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Operands: literals, names, brackets, and the members and calls behind them. */
final class PrimaryParser {
  private final Parser parser;
  private final Tokens tokens;
  private final ObjectParser objects;

  PrimaryParser(Parser parser, Tokens tokens) {
    this.parser = parser;
    this.tokens = tokens;
    this.objects = new ObjectParser(parser, tokens);
  }

  /** An operand with its members and calls. */
  Node leftHandSide() {
    int before = tokens.descend(1);
    Node node = tokens.isKeyword("new") ? creation() : primary();
    if (!(node instanceof Arrow)) {
      node = links(node, true);
    }
    tokens.ascend(before);
    return node;
  }

  /** {@code new callee(arguments)}: the callee's own calls belong to the result. */
  private Node creation() {
    int start = tokens.take().start();
    if (tokens.isSign(".")) {
      tokens.take();
      tokens.take();
      return new Special("new.target", start, tokens.lastEnd());
    }
    int before = tokens.descend(2);
    Node callee = links(tokens.isKeyword("new") ? creation() : primary(), false);
    tokens.ascend(before);
    List<Node> arguments = tokens.isSign("(") ? arguments() : List.of();
    return new New(callee, arguments, start, tokens.lastEnd());
  }

  private Node links(Node first, boolean calls) {
    Node node = first;
    boolean chain = false;
    int start = first.start();
    while (true) {
      Token token = tokens.current();
      boolean optional = calls && token.isSign("?.");
      if (optional) {
        chain = true;
        tokens.take();
        token = tokens.current();
      }
      if (token.isSign("[")) {
        tokens.take();
        Node key = parser.expression();
        tokens.expect("]", "after the key");
        node = new Index(node, key, optional, start, tokens.lastEnd());
      } else if (token.isSign("(") && calls) {
        List<Node> arguments = arguments();
        node = new Call(node, arguments, optional, start, tokens.lastEnd());
      } else if (token.kind() == TokenKind.TEMPLATE && !optional) {
        List<String> raw = new ArrayList<>();
        TemplateLiteral template = template(raw);
        node =
            new TaggedTemplate(node, List.copyOf(raw), template.parts(), start, tokens.lastEnd());
      } else if (optional || token.isSign(".")) {
        node = member(node, optional, start);
      } else {
        return chain ? new OptionalChain(node, start, node.end()) : node;
      }
      tokens.deeper(1);
    }
  }

  private Node member(Node object, boolean optional, int start) {
    if (!optional) {
      tokens.take();
    }
    Token name = tokens.current();
    if (name.isSign("#")) {
      throw new SyntaxFailure("private names exist in classes only", name.start(), name.end());
    }
    if (name.kind() != TokenKind.NAME && name.kind() != TokenKind.KEYWORD) {
      throw tokens.unexpected("expected a name after the dot");
    }
    tokens.take();
    return new Member(object, name.text(), optional, name.start(), start, tokens.lastEnd());
  }

  private List<Node> arguments() {
    tokens.expect("(", "before the arguments");
    List<Node> arguments = new ArrayList<>();
    while (!tokens.isSign(")")) {
      arguments.add(spreadOrValue());
      if (!tokens.isSign(")")) {
        tokens.expect(",", "or ')' between the arguments");
      }
    }
    tokens.take();
    return List.copyOf(arguments);
  }

  private Node spreadOrValue() {
    if (!tokens.isSign("...")) {
      return parser.assignment();
    }
    int start = tokens.take().start();
    Node value = parser.assignment();
    return new Spread(value, start, tokens.lastEnd());
  }

  private Node primary() {
    Token token = tokens.current();
    return switch (token.kind()) {
      case NUMBER, STRING -> literal(token, token.value());
      case BIG_INTEGER -> {
        tokens.take();
        yield new Node.BigIntegerLiteral(token.text(), token.start(), token.end());
      }
      case TEMPLATE -> template(new ArrayList<>());
      case NAME -> name(token);
      case KEYWORD -> keyword(token);
      case SIGN -> sign(token);
      case REGEX, END -> throw tokens.unexpected("expected a value");
    };
  }

  private Node literal(Token token, @Nullable Object value) {
    tokens.take();
    return new Literal(value, token.start(), token.end());
  }

  private Node name(Token token) {
    tokens.take();
    Token next = tokens.current();
    if (token.text().equals("async") && !next.afterLineEnd()) {
      if (next.isKeyword("function")) {
        return definition(token.start(), "function");
      }
      if (next.kind() == TokenKind.NAME) {
        tokens.take();
        return parser.arrow(
            List.of(new Node.NamePattern(next.text(), next.start())), true, token.start());
      }
    }
    if (next.isSign("=>") && !next.afterLineEnd()) {
      return parser.arrow(
          List.of(new Node.NamePattern(token.text(), token.start())), false, token.start());
    }
    return new Name(token.text(), token.start(), token.end());
  }

  private Node keyword(Token token) {
    return switch (token.text()) {
      case "true" -> literal(token, true);
      case "false" -> literal(token, false);
      case "null" -> literal(token, null);
      case "this", "super", "import" -> {
        tokens.take();
        yield new Special(token.text(), token.start(), token.end());
      }
      case "function", "class" -> definition(token.start(), token.text());
      case "const", "var", "if", "for", "while", "return", "throw", "try", "switch", "do" ->
          throw new SyntaxFailure(
              "'" + token.text() + "' begins a statement, but only an expression can stand here",
              token.start(),
              token.end());
      default -> throw tokens.unexpected("expected a value");
    };
  }

  private Node definition(int start, String what) {
    while (!tokens.isSign("{")) {
      if (tokens.atEnd()) {
        throw tokens.unexpected("expected '{'");
      }
      if (tokens.isSign("(")) {
        tokens.skipBracket();
      } else {
        tokens.take();
      }
    }
    tokens.skipBracket();
    return new Definition(what, start, tokens.lastEnd());
  }

  private Node sign(Token token) {
    return switch (token.text()) {
      case "(" -> group();
      case "[" -> array();
      case "{" -> objects.object();
      case "/", "/=" -> {
        tokens.rereadAsRegex();
        Token regex = tokens.take();
        String pattern = String.valueOf(regex.value());
        String flags = regex.text().substring(pattern.length() + 2);
        yield new RegexLiteral(pattern, flags, regex.start(), regex.end());
      }
      default -> throw tokens.unexpected("expected a value");
    };
  }

  private Node group() {
    int start = tokens.take().start();
    List<Node> inner = new ArrayList<>();
    boolean onlyParameters = tokens.isSign(")");
    while (!tokens.isSign(")")) {
      Node part = spreadOrValue();
      onlyParameters |= part instanceof Spread;
      inner.add(part);
      if (tokens.accept(",")) {
        onlyParameters |= tokens.isSign(")");
      } else if (!tokens.isSign(")")) {
        throw tokens.unexpected("expected ')' or an operator");
      }
    }
    int end = tokens.take().end();
    if (tokens.isSign("=>") && !tokens.current().afterLineEnd()) {
      return parser.arrow(Patterns.parameters(inner), false, start);
    }
    if (onlyParameters) {
      throw tokens.unexpected("expected '=>' after the parameters");
    }
    Node value =
        inner.size() == 1
            ? inner.getFirst()
            : new Sequence(List.copyOf(inner), inner.getFirst().start(), inner.getLast().end());
    return new Group(value, start, end);
  }

  private Node array() {
    int start = tokens.take().start();
    List<@Nullable Node> elements = new ArrayList<>();
    while (!tokens.isSign("]")) {
      if (tokens.accept(",")) {
        elements.add(null);
        continue;
      }
      elements.add(spreadOrValue());
      if (!tokens.isSign("]")) {
        tokens.expect(",", "or ']' between the elements");
      }
    }
    tokens.take();
    return new ArrayLiteral(elements, start, tokens.lastEnd());
  }

  private TemplateLiteral template(List<String> raw) {
    int start = tokens.current().start();
    List<String> texts = new ArrayList<>();
    List<Node> parts = new ArrayList<>();
    while (true) {
      Token piece = tokens.take();
      texts.add(String.valueOf(piece.value()));
      int closing = piece.text().endsWith("`") ? 1 : 2;
      raw.add(
          piece
              .text()
              .substring(1, piece.text().length() - closing)
              .replace("\r\n", "\n")
              .replace('\r', '\n'));
      if (piece.text().endsWith("`")) {
        return new TemplateLiteral(List.copyOf(texts), List.copyOf(parts), start, tokens.lastEnd());
      }
      parts.add(parser.expression());
      if (!tokens.isSign("}")) {
        throw tokens.unexpected("expected '}' after the template's part");
      }
      tokens.rereadAsTemplate();
    }
  }
}
