package io.concertmaster.model.expression.compile;

import io.concertmaster.model.expression.NodeReference;
import io.concertmaster.model.expression.Undefined;
import io.concertmaster.model.expression.library.BigIntegerFunctions;
import io.concertmaster.model.expression.library.Globals;
import io.concertmaster.model.expression.library.Namespace;
import io.concertmaster.model.expression.runtime.Conversions;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.syntax.Node;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compiles a tree to closures. Everything that tier 0 does not do is refused here, with its place,
 * so that an expression either runs wholly or not at all.
 *
 * <p>Design note. A closure a node is as fast as needed (a field times a number takes some 30 ns)
 * and compiles in microseconds; bytecode would save little and cost a class an expression. Names
 * become slots, methods become typed functions and field reads remember the record's shape, so
 * nothing is looked up by name while running that could be looked up before.
 */
final class Compiler {
  private final OperatorCompiler operators = new OperatorCompiler(this);
  private final LiteralCompiler literals = new LiteralCompiler(this);
  private final MemberCompiler members = new MemberCompiler(this);
  private final CallCompiler calls = new CallCompiler(this, members);
  private final FunctionCompiler functions = new FunctionCompiler(this);
  private final References references;
  private final int depth;
  private @Nullable Variables variables;
  private int size;

  /**
   * A compiler for one block.
   *
   * @param depth how deep its tree nests
   * @param references gets what the block refers to
   */
  Compiler(int depth, References references) {
    this.depth = depth;
    this.references = references;
  }

  int depth() {
    return depth;
  }

  /** How many nodes were compiled so far. */
  int size() {
    return size;
  }

  References references() {
    return references;
  }

  CallCompiler calls() {
    return calls;
  }

  /** The variables of the function that is compiled; null outside of functions. */
  @Nullable Variables variables() {
    return variables;
  }

  /** Goes into a function, or out of it. */
  void variables(@Nullable Variables changed) {
    variables = changed;
  }

  /** Whether a name is a global, not hidden by a parameter. */
  boolean isGlobal(Node node, String name) {
    return node instanceof Node.Name(String found, int start, int end)
        && found.equals(name)
        && (variables == null || !variables.has(name));
  }

  /** The namespace that a node names, such as {@code Math}; null where it is something else. */
  @Nullable Namespace namespace(Node node) {
    return node instanceof Node.Name name
            && isGlobal(name, name.name())
            && Globals.value(name.name()) instanceof Namespace space
        ? space
        : null;
  }

  /** Compiles a node. */
  Code compile(Node node) {
    size++;
    return switch (node) {
      case Node.Literal literal -> new Code.Constant(literal.value());
      case Node.Name name -> name(name);
      case Node.Group group -> compile(group.inner());
      case Node.Member member -> members.member(member);
      case Node.Index index -> members.index(index);
      case Node.OptionalChain chain -> chain(chain);
      case Node.Call call -> calls.call(call);
      case Node.Unary unary -> operators.unary(unary);
      case Node.Binary binary -> operators.binary(binary);
      case Node.Logical logical -> operators.logical(logical);
      case Node.Conditional conditional -> operators.conditional(conditional);
      case Node.Sequence sequence -> sequence(sequence);
      case Node.TemplateLiteral template -> literals.template(template);
      case Node.TaggedTemplate tagged -> literals.tagged(tagged);
      case Node.ArrayLiteral array -> literals.array(array);
      case Node.ObjectLiteral object -> literals.object(object);
      case Node.Arrow arrow -> functions.arrow(arrow);
      case Node.New creation -> calls.creation(creation);
      case Node.BigIntegerLiteral big -> bigInteger(big);
      case Node.RegexLiteral regex -> literals.regex(regex);
      case Node.Spread spread -> throw Refusal.unsupported("… cannot stand here", spread);
      default -> throw Refusal.unsupported(refused(node), node);
    };
  }

  private static String refused(Node node) {
    String what =
        switch (node) {
          case Node.Assign assign -> "assignments are";
          case Node.Update update -> "++ and -- are";
          case Node.Definition definition -> "'" + definition.what() + "' is";
          case Node.Special special -> "'" + special.word() + "' is";
          case Node.Yield yielding -> "'yield' is";
          case Node.Block block -> "functions with several statements are";
          default -> "this is";
        };
    return what + " not supported in expressions yet";
  }

  private static Code bigInteger(Node.BigIntegerLiteral node) {
    String digits = node.text().substring(0, node.text().length() - 1).replace("_", "");
    Object value = BigIntegerFunctions.read(new Frame(NoScope.HERE), digits);
    return new Code.Constant(value);
  }

  private Code name(Node.Name name) {
    Code variable = variables == null ? null : variables.read(name.name());
    return variable != null ? variable : Names.compile(name);
  }

  private Code chain(Node.OptionalChain chain) {
    Code inner = compile(chain.chain());
    return frame -> {
      Object value = inner.run(frame);
      return value == Code.Broken.CHAIN ? Undefined.VALUE : value;
    };
  }

  private Code sequence(Node.Sequence sequence) {
    List<Code> parts = sequence.parts().stream().map(this::compile).toList();
    return frame -> {
      Object value = Undefined.VALUE;
      for (Code part : parts) {
        value = part.run(frame);
      }
      return value;
    };
  }

  /** Names that lead out of data in other evaluators: nothing has them here, and none may try. */
  private static final Set<String> FORBIDDEN =
      Set.of(
          "constructor",
          "__proto__",
          "prototype",
          "__defineGetter__",
          "__defineSetter__",
          "__lookupGetter__",
          "__lookupSetter__",
          "getPrototypeOf",
          "setPrototypeOf",
          "prepareStackTrace",
          "getBuiltinModule");

  /** Members of {@code Object} and {@code Error} that n8n hides: they are undefined. */
  private static final Set<String> HIDDEN =
      Set.of(
          "defineProperty",
          "defineProperties",
          "setPrototypeOf",
          "getOwnPropertyDescriptor",
          "getOwnPropertyDescriptors",
          "stackTraceLimit",
          "captureStackTrace");

  /** Whether a namespace has a member that nobody may see. */
  static boolean hidden(String member) {
    return HIDDEN.contains(member);
  }

  static boolean forbidden(String name) {
    return FORBIDDEN.contains(name);
  }

  /** Refuses a forbidden name at a place. */
  static void allow(String name, int start, int end) {
    if (forbidden(name)) {
      throw Refusal.unsupported("'" + name + "' cannot be used in expressions", start, end);
    }
  }

  /** Refuses a forbidden name that was computed. */
  static void allow(String name) {
    if (forbidden(name)) {
      throw Failure.raised(
          io.concertmaster.model.expression.ExpressionException.Kind.UNSUPPORTED,
          "'" + name + "' cannot be used in expressions");
    }
  }

  /** Whether a value ends a chain. */
  static boolean nullish(@Nullable Object value) {
    return Conversions.nullish(value);
  }

  /** Notes that the block speaks of a node. */
  void refer(NodeReference reference) {
    references.nodes().add(reference);
  }
}
