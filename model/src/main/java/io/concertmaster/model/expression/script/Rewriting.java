package io.concertmaster.model.expression.script;

import io.concertmaster.model.expression.ExpressionException;
import io.concertmaster.model.expression.syntax.Lexer;
import io.concertmaster.model.expression.syntax.Node;
import io.concertmaster.model.expression.syntax.SyntaxFailure;
import io.concertmaster.model.expression.syntax.Token;
import io.concertmaster.model.expression.syntax.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites the text of one block: calls of extension methods get their marked name, computed keys
 * pass a guard, records of other nodes' items get a name, and forbidden names are refused. What the
 * parser does not look into, bodies with statements, is rewritten word by word.
 */
final class Rewriting {
  /** Globals whose methods are their own, whatever their names. */
  private static final Set<String> SPACES =
      Set.of("Math", "JSON", "Object", "Array", "Number", "String", "Boolean", "Date");

  /** A change: the text between two characters is replaced. */
  private record Change(int start, int end, String text) {}

  private final String source;
  private final List<Change> changes = new ArrayList<>();
  private final List<Node.Member> pairedRecords = new ArrayList<>();
  private final List<String> paired = new ArrayList<>();
  private boolean ownDollar;

  Rewriting(String source) {
    this.source = source;
  }

  /** The text of a tree, rewritten. */
  String rewrite(Node node) throws ExpressionException {
    visit(node);
    if (!ownDollar) {
      pairedRecords.forEach(this::name);
    }
    changes.sort((a, b) -> a.start() != b.start() ? a.start() - b.start() : a.end() - b.end());
    StringBuilder text = new StringBuilder();
    int at = node.start();
    for (Change change : changes) {
      text.append(source, at, change.start()).append(change.text());
      at = change.end();
    }
    return text.append(source, at, node.end()).toString();
  }

  /** The nodes that {@link ScriptSource.Script#paired} tells of. */
  List<String> paired() {
    return paired;
  }

  private void name(Node.Member record) {
    String node = pairedNode(record);
    int position = paired.indexOf(node);
    if (position < 0 && paired.size() < ScriptSource.Script.MOST_PAIRED) {
      position = paired.size();
      paired.add(node);
    }
    if (position >= 0) {
      String name = ScriptSource.Script.pairedName(position);
      changes.add(new Change(record.start(), record.end(), name));
    }
  }

  /** The name in {@code $('Name').item.json}, or null where a member is something else. */
  private static @Nullable String pairedNode(Node.Member member) {
    return member.name().equals("json")
            && !member.optional()
            && member.object() instanceof Node.Member item
            && item.name().equals("item")
            && !item.optional()
            && item.object() instanceof Node.Call call
            && !call.optional()
            && call.callee() instanceof Node.Name dollar
            && dollar.name().equals("$")
            && call.arguments().size() == 1
            && call.arguments().getFirst() instanceof Node.Literal literal
            && literal.value() instanceof String name
        ? name
        : null;
  }

  private void insert(int at, String text) {
    changes.add(new Change(at, at, text));
  }

  private void visitAll(List<? extends @Nullable Node> nodes) throws ExpressionException {
    for (Node node : nodes) {
      if (node != null) {
        visit(node);
      }
    }
  }

  private void visit(Node node) throws ExpressionException {
    switch (node) {
      case Node.Literal literal -> {}
      case Node.BigIntegerLiteral literal -> {}
      case Node.RegexLiteral literal -> {}
      case Node.Special special -> {}
      case Node.Name name -> Forbidden.check(name.name(), name.start(), name.end());
      case Node.TemplateLiteral template -> visitAll(template.parts());
      case Node.TaggedTemplate tagged -> {
        visit(tagged.tag());
        visitAll(tagged.parts());
      }
      case Node.ArrayLiteral array -> visitAll(array.elements());
      case Node.ObjectLiteral object -> object(object);
      case Node.Member member -> {
        Forbidden.check(member.name(), member.nameStart(), member.end());
        if (pairedNode(member) != null) {
          pairedRecords.add(member);
        } else {
          visit(member.object());
        }
      }
      case Node.Index index -> index(index);
      case Node.Call call -> call(call);
      case Node.New creation -> {
        visit(creation.callee());
        visitAll(creation.arguments());
      }
      case Node.OptionalChain chain -> visit(chain.chain());
      case Node.Unary unary -> visit(unary.operand());
      case Node.Update update -> visit(update.target());
      case Node.Binary binary -> {
        visit(binary.left());
        visit(binary.right());
      }
      case Node.Logical logical -> {
        visit(logical.left());
        visit(logical.right());
      }
      case Node.Conditional conditional -> {
        visit(conditional.condition());
        visit(conditional.then());
        visit(conditional.otherwise());
      }
      case Node.Assign assign -> {
        visit(assign.target());
        visit(assign.value());
      }
      case Node.Sequence sequence -> visitAll(sequence.parts());
      case Node.Spread spread -> visit(spread.value());
      case Node.Group group -> visit(group.inner());
      case Node.Arrow arrow -> arrow(arrow);
      case Node.Block block -> block(block);
      case Node.Definition definition -> words(definition.start(), definition.end());
      case Node.Yield yielding -> words(yielding.start(), yielding.end());
    }
  }

  private void object(Node.ObjectLiteral object) throws ExpressionException {
    for (Node.Property property : object.properties()) {
      switch (property) {
        case Node.Field field -> {
          Forbidden.check(field.name(), field.start(), field.end());
          if (!field.shorthand()) {
            visit(field.value());
          }
        }
        case Node.ComputedField field -> {
          guard(field.key());
          visit(field.value());
        }
        case Node.SpreadFields spread -> visit(spread.value());
        case Node.MethodField method -> words(method.start(), method.end());
        case Node.DefaultedField field -> visit(field.value());
      }
    }
  }

  private void index(Node.Index index) throws ExpressionException {
    visit(index.object());
    guard(index.key());
  }

  /** A computed key passes a guard while running, unless it is written there. */
  private void guard(Node key) throws ExpressionException {
    if (key instanceof Node.Literal literal) {
      if (literal.value() instanceof String name) {
        Forbidden.check(name, literal.start(), literal.end());
      }
      return;
    }
    insert(key.start(), "$$key((");
    visit(key);
    insert(key.end(), "))");
  }

  /** {@code $if(condition, then, otherwise)} evaluates only what it gives. */
  private boolean choice(Node.Call call) throws ExpressionException {
    if (!(call.callee() instanceof Node.Name name)
        || !name.name().equals("$if")
        || call.arguments().size() < 2
        || call.arguments().stream().anyMatch(Node.Spread.class::isInstance)) {
      return false;
    }
    changes.add(new Change(name.start(), name.end(), "$$if"));
    for (int i = 0; i < call.arguments().size(); i++) {
      Node argument = call.arguments().get(i);
      if (i > 0) {
        insert(argument.start(), "() => (");
      }
      visit(argument);
      if (i > 0) {
        insert(argument.end(), ")");
      }
    }
    return true;
  }

  private void call(Node.Call call) throws ExpressionException {
    if (choice(call)) {
      return;
    }
    if (call.callee() instanceof Node.Member member
        && ExtensionNames.has(member.name())
        && !(member.object() instanceof Node.Name name && SPACES.contains(name.name()))) {
      Node receiver = member.object();
      boolean boxed = !member.optional() && !chained(receiver);
      if (boxed) {
        insert(receiver.start(), "$$of(");
      }
      visit(receiver);
      if (boxed) {
        insert(receiver.end(), ")");
      }
      changes.add(
          new Change(member.nameStart(), member.end(), ExtensionNames.marked(member.name())));
    } else {
      visit(call.callee());
    }
    visitAll(call.arguments());
  }

  /** Whether a link before ends the chain where it meets nothing. */
  private static boolean chained(Node node) {
    return switch (node) {
      case Node.Member member -> member.optional() || chained(member.object());
      case Node.Index index -> index.optional() || chained(index.object());
      case Node.Call call -> call.optional() || chained(call.callee());
      default -> false;
    };
  }

  private void arrow(Node.Arrow arrow) throws ExpressionException {
    for (Node.Pattern pattern : arrow.parameters()) {
      pattern(pattern);
    }
    visit(arrow.body());
  }

  private void pattern(Node.Pattern pattern) throws ExpressionException {
    switch (pattern) {
      case Node.NamePattern name -> {
        Forbidden.check(name.name(), name.start(), name.start());
        ownDollar |= name.name().equals("$");
      }
      case Node.DefaultPattern defaulted -> {
        pattern(defaulted.pattern());
        visit(defaulted.value());
      }
      case Node.RestPattern rest -> pattern(rest.pattern());
      case Node.ArrayPattern array -> {
        for (Node.Pattern element : array.elements()) {
          if (element != null) {
            pattern(element);
          }
        }
      }
      case Node.ObjectPattern object -> {
        for (Node.PatternField field : object.fields()) {
          if (field.key() instanceof Node.Literal(Object value, int start, int end)
              && value instanceof String name) {
            Forbidden.check(name, start, end);
          } else if (field.key() instanceof Node.Name name) {
            Forbidden.check(name.name(), name.start(), name.end());
          } else {
            guard(field.key());
          }
          pattern(field.pattern());
        }
        if (object.rest() != null) {
          pattern(object.rest());
        }
      }
    }
  }

  private void block(Node.Block block) throws ExpressionException {
    if (!block.simple()) {
      words(block.start(), block.end());
    } else if (block.returned() != null) {
      visit(block.returned());
    }
  }

  /** Rewrites word by word, up to the first that cannot be cut. */
  private void words(int start, int end) throws ExpressionException {
    Lexer lexer = new Lexer(source, start, end);
    Token before = null;
    Token name = null;
    try {
      for (Token token = lexer.next(); token.kind() != TokenKind.END; token = lexer.next()) {
        boolean member = before != null && (before.isSign(".") || before.isSign("?."));
        if (token.kind() == TokenKind.NAME || token.kind() == TokenKind.STRING) {
          Forbidden.check(
              token.kind() == TokenKind.NAME ? token.text() : String.valueOf(token.value()),
              token.start(),
              token.end());
        }
        if (token.isSign("(") && name != null) {
          changes.add(new Change(name.start(), name.end(), ExtensionNames.marked(name.text())));
        }
        name =
            token.kind() == TokenKind.NAME && member && ExtensionNames.has(token.text())
                ? token
                : null;
        before = token;
      }
    } catch (SyntaxFailure failure) {
      // From here on extension methods are not found: JavaScript says what it makes of them.
    }
  }
}
