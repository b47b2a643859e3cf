package io.concertmaster.model.expression.syntax;

import io.concertmaster.model.expression.syntax.Node.Pattern;
import io.concertmaster.model.expression.syntax.Node.PatternField;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns what was read as expressions into a function's parameters, once the arrow is seen. */
final class Patterns {
  private Patterns() {}

  /** The parameters of an arrow function. */
  static List<Pattern> parameters(List<Node> nodes) {
    List<Pattern> patterns = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      Node node = nodes.get(i);
      if (node instanceof Node.Spread && i < nodes.size() - 1) {
        throw new SyntaxFailure("a parameter with … must be the last", node.start(), node.end());
      }
      patterns.add(pattern(node));
    }
    return List.copyOf(patterns);
  }

  private static Pattern pattern(Node node) {
    return switch (node) {
      case Node.Name name -> new Node.NamePattern(name.name(), name.start());
      case Node.Assign assign when assign.operator().equals("=") ->
          new Node.DefaultPattern(pattern(assign.target()), assign.value(), assign.start());
      case Node.Spread spread -> new Node.RestPattern(pattern(spread.value()), spread.start());
      case Node.ArrayLiteral array -> array(array);
      case Node.ObjectLiteral object -> object(object);
      default ->
          throw new SyntaxFailure(
              "a parameter must be a name or a pattern", node.start(), node.end());
    };
  }

  private static Pattern array(Node.ArrayLiteral array) {
    List<@Nullable Pattern> elements = new ArrayList<>();
    for (Node element : array.elements()) {
      elements.add(element == null ? null : pattern(element));
    }
    return new Node.ArrayPattern(elements, array.start());
  }

  private static Pattern object(Node.ObjectLiteral object) {
    List<PatternField> fields = new ArrayList<>();
    Pattern rest = null;
    for (Node.Property property : object.properties()) {
      switch (property) {
        case Node.Field field ->
            fields.add(new PatternField(key(field.name(), field), pattern(field.value())));
        case Node.ComputedField field ->
            fields.add(new PatternField(field.key(), pattern(field.value())));
        case Node.DefaultedField field ->
            fields.add(
                new PatternField(
                    key(field.name(), field),
                    new Node.DefaultPattern(
                        new Node.NamePattern(field.name(), field.start()),
                        field.value(),
                        field.start())));
        case Node.SpreadFields spread -> rest = pattern(spread.value());
        case Node.MethodField method ->
            throw new SyntaxFailure(
                "a parameter cannot hold a method", method.start(), method.end());
      }
    }
    return new Node.ObjectPattern(List.copyOf(fields), rest, object.start());
  }

  private static Node key(String name, Node.Property at) {
    return new Node.Literal(name, at.start(), at.end());
  }
}
