package io.concertmaster.model.expression.syntax;

import io.concertmaster.model.expression.runtime.Numbers;
import io.concertmaster.model.expression.syntax.Node.ObjectLiteral;
import io.concertmaster.model.expression.syntax.Node.Property;
import java.util.ArrayList;
import java.util.List;

/** Object literals. */
final class ObjectParser {
  private final Parser parser;
  private final Tokens tokens;

  ObjectParser(Parser parser, Tokens tokens) {
    this.parser = parser;
    this.tokens = tokens;
  }

  /** An object literal, from its brace on. */
  Node object() {
    int start = tokens.take().start();
    List<Property> properties = new ArrayList<>();
    while (!tokens.isSign("}")) {
      properties.add(property());
      if (!tokens.isSign("}")) {
        tokens.expect(",", "or '}' between the fields");
      }
    }
    tokens.take();
    return new ObjectLiteral(List.copyOf(properties), start, tokens.lastEnd());
  }

  private Property property() {
    Token first = tokens.current();
    int start = first.start();
    if (tokens.accept("...")) {
      Node value = parser.assignment();
      return new Node.SpreadFields(value, start, tokens.lastEnd());
    }
    if (tokens.accept("*")) {
      return method(start);
    }
    if (tokens.accept("[")) {
      Node key = parser.assignment();
      tokens.expect("]", "after the field's name");
      if (tokens.isSign("(")) {
        return methodBody("[…]", start);
      }
      tokens.expect(":", "after the field's name");
      Node value = parser.assignment();
      return new Node.ComputedField(key, value, start, tokens.lastEnd());
    }
    String name = name();
    if (tokens.accept(":")) {
      Node value = parser.assignment();
      return new Node.Field(name, value, false, start, tokens.lastEnd());
    }
    if (tokens.isSign("(")) {
      return methodBody(name, start);
    }
    if (first.kind() == TokenKind.NAME) {
      if (tokens.isSign(",") || tokens.isSign("}")) {
        Node value = new Node.Name(name, start, first.end());
        return new Node.Field(name, value, true, start, first.end());
      }
      if (tokens.accept("=")) {
        Node value = parser.assignment();
        Node.DefaultedField field = new Node.DefaultedField(name, value, start, tokens.lastEnd());
        parser.undecided(field);
        return field;
      }
      if (name.equals("get") || name.equals("set") || name.equals("async")) {
        tokens.accept("*");
        return method(start);
      }
    }
    throw tokens.unexpected("expected ':' after the field's name");
  }

  private Property method(int start) {
    if (tokens.isSign("[")) {
      tokens.skipBracket();
      return methodBody("[…]", start);
    }
    return methodBody(name(), start);
  }

  private Property methodBody(String name, int start) {
    if (!tokens.isSign("(")) {
      throw tokens.unexpected("expected '('");
    }
    tokens.skipBracket();
    if (!tokens.isSign("{")) {
      throw tokens.unexpected("expected '{'");
    }
    tokens.skipBracket();
    return new Node.MethodField(name, start, tokens.lastEnd());
  }

  private String name() {
    Token token = tokens.current();
    String name =
        switch (token.kind()) {
          case NAME, KEYWORD -> token.text();
          case STRING -> String.valueOf(token.value());
          case NUMBER -> Numbers.text((Number) java.util.Objects.requireNonNull(token.value()));
          default -> throw tokens.unexpected("expected a field's name");
        };
    tokens.take();
    return name;
  }
}
