package io.concertmaster.model.expression.compile;

import io.concertmaster.model.expression.NodeReference;
import io.concertmaster.model.expression.Undefined;
import io.concertmaster.model.expression.library.CustomData;
import io.concertmaster.model.expression.runtime.Conversions;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.RunRecords;
import io.concertmaster.model.expression.syntax.Node;
import io.concertmaster.node.data.ItemList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code $input}, {@code $('Name')}, {@code $node["Name"]}, {@code $item(…)} and {@code $env}: they
 * are no values but ways to the run's data, so what is asked of them is decided when compiling.
 */
final class HostMembers {
  private static final Set<String> ALIVE =
      Set.of("$input", "$node", "$env", "$", "$item", "$items");

  private final Compiler compiler;

  HostMembers(Compiler compiler) {
    this.compiler = compiler;
  }

  /** A member of one of them, or null where the object is something else. */
  @Nullable Code member(Node object, String name, Node node) {
    Code other = ofOtherItem(object, stripped -> member(stripped, name, node));
    if (other != null) {
      return other;
    }
    if (compiler.isGlobal(object, "$env")) {
      return frame -> environment(frame, name);
    }
    if (compiler.isGlobal(object, "$execution") && name.equals("customData")) {
      return frame -> new CustomData(frame.scope().execution());
    }
    if (compiler.isGlobal(object, "$input")) {
      return switch (name) {
        case "item" -> new RunData.CurrentItem();
        case "params" -> frame -> frame.scope().nodeParameters();
        case "context" -> frame -> frame.scope().nodeContext();
        default -> throw unsupported("$input." + name, node);
      };
    }
    if (isItem(object) && name.startsWith("$")) {
      return itemVariable((Node.Call) object, name, node);
    }
    Code nodeName = nodeByCall(object);
    if (nodeName != null) {
      return switch (name) {
        case "item" -> new RunData.PairedItem(nodeName, object.start(), object.end());
        case "params", "isExecuted", "context" -> ofNode(nodeName, name, object);
        default -> throw unsupported("$('…')." + name, node);
      };
    }
    Code legacy = nodeByMember(object);
    if (legacy != null) {
      RunData.SameIndexItem item = new RunData.SameIndexItem(legacy, object.start(), object.end());
      return switch (name) {
        case "json", "data" -> frame -> item.item(frame).json();
        case "binary" -> frame -> RunRecords.binary(item.item(frame));
        case "parameter", "context", "runIndex" -> ofNode(legacy, name, object);
        default -> throw unsupported("$node[…]." + name, node);
      };
    }
    return null;
  }

  private static Code ofNode(Code nodeName, String name, Node place) {
    int start = place.start();
    int end = place.end();
    return switch (name) {
      case "isExecuted" -> frame -> RunData.node(frame, nodeName, start, end).executed();
      case "context" -> frame -> RunData.node(frame, nodeName, start, end).context();
      case "runIndex" ->
          frame -> Math.max(0L, RunData.node(frame, nodeName, start, end).runs() - 1L);
      default -> frame -> RunData.node(frame, nodeName, start, end).parameters();
    };
  }

  /** A call of a method of one of them, or null where the object is something else. */
  @Nullable Code call(Node object, String name, List<Node> arguments, Node node) {
    Code other = ofOtherItem(object, stripped -> call(stripped, name, arguments, node));
    if (other != null) {
      return other;
    }
    boolean input = compiler.isGlobal(object, "$input");
    Code nodeName = input ? null : nodeByCall(object);
    if (!input && nodeName == null) {
      return null;
    }
    if (nodeName != null && (name.equals("itemMatching") || name.equals("pairedItem"))) {
      return matching(nodeName, object, name, arguments, node);
    }
    if (arguments.size() > 2 || arguments.stream().anyMatch(Node.Spread.class::isInstance)) {
      throw unsupported((input ? "$input." : "$('…').") + name + "(…)", node);
    }
    RunData.Items items =
        input
            ? inputItems(arguments)
            : new Outputs(nodeName, codes(arguments), object.start(), object.end());
    return switch (name) {
      case "first", "last" -> new RunData.EndItem(items, name.equals("first"));
      case "all" -> frame -> RunRecords.all(frame, items.items(frame));
      default ->
          throw unsupported(
              (input ? "$input." : "$('…').") + name + "(" + (arguments.isEmpty() ? "" : "…") + ")",
              node);
    };
  }

  private List<Code> codes(List<Node> arguments) {
    return arguments.stream().map(compiler::compile).toList();
  }

  private RunData.Items inputItems(List<Node> arguments) {
    List<Code> codes = codes(arguments);
    return frame ->
        codes.isEmpty() || codes.getFirst().run(frame) == Undefined.VALUE
            ? frame.scope().input()
            : frame.scope().input((int) whole(frame, codes.getFirst(), 0));
  }

  private static long whole(Frame frame, Code code, long otherwise) {
    Object value = code.run(frame);
    return Conversions.nullish(value) ? otherwise : (long) Conversions.number(frame, value);
  }

  /** The items of a node by output and run; without either, those of its newest run. */
  private record Outputs(@Nullable Code node, List<Code> place, int start, int end)
      implements RunData.Items {
    @Override
    public ItemList items(Frame frame) {
      Code name = java.util.Objects.requireNonNull(node);
      ItemList newest = RunData.items(frame, name, start, end);
      if (place.isEmpty()) {
        return newest;
      }
      long output = whole(frame, place.get(0), 0);
      long run = place.size() > 1 ? whole(frame, place.get(1), -1) : -1;
      return RunData.sent(frame, name, output, run, start, end);
    }
  }

  private Code matching(Code nodeName, Node object, String name, List<Node> arguments, Node node) {
    boolean current =
        arguments.isEmpty()
            ? name.equals("pairedItem")
            : arguments.size() == 1 && compiler.isGlobal(arguments.getFirst(), "$itemIndex");
    if (current) {
      return new RunData.PairedItem(nodeName, object.start(), object.end());
    }
    if (arguments.size() != 1 || arguments.getFirst() instanceof Node.Spread) {
      throw unsupported("$('…')." + name + "() without one index", node);
    }
    Code index = compiler.compile(arguments.getFirst());
    return new RunData.MatchingItem(nodeName, index, object.start(), object.end());
  }

  /** {@code $items(name, output, run)}, and a variable of another item. */
  @Nullable Code function(Node.Call call) {
    if (!compiler.isGlobal(call.callee(), "$items")) {
      return null;
    }
    List<Node> arguments = call.arguments();
    if (arguments.isEmpty()) {
      return frame -> RunRecords.all(frame, frame.scope().input());
    }
    Code name = nameOf(arguments.getFirst());
    RunData.Items items =
        new Outputs(name, codes(arguments.subList(1, arguments.size())), call.start(), call.end());
    return frame -> RunRecords.all(frame, items.items(frame));
  }

  private boolean isItem(Node object) {
    return object instanceof Node.Call call
        && compiler.isGlobal(call.callee(), "$item")
        && !call.arguments().isEmpty()
        && !(call.arguments().getFirst() instanceof Node.Spread);
  }

  private Code itemVariable(Node.Call item, String name, Node node) {
    if (isHost(name)) {
      throw unsupported("$item(…)." + name + " alone", node);
    }
    Code index = compiler.compile(item.arguments().getFirst());
    Code variable = compiler.compile(new Node.Name(name, node.start(), node.end()));
    return within(index, variable);
  }

  private static Code within(Code index, Code code) {
    return frame -> {
      long position = whole(frame, index, 0);
      return frame.within(new ItemView(frame.scope(), position), () -> code.run(frame));
    };
  }

  private interface Compiling {
    @Nullable Code compile(Node stripped);
  }

  /** What hangs on {@code $item(i).$node} and its kin, compiled for the other item. */
  private @Nullable Code ofOtherItem(Node object, Compiling compiling) {
    Node.Call[] item = {null};
    Node stripped = stripped(object, item);
    if (item[0] == null) {
      return null;
    }
    Code inner = compiling.compile(stripped);
    return inner == null ? null : within(compiler.compile(item[0].arguments().getFirst()), inner);
  }

  private Node stripped(Node object, Node.Call @Nullable [] item) {
    return switch (object) {
      case Node.Member member when isItem(member.object()) && isHost(member.name()) -> {
        if (item != null) {
          item[0] = (Node.Call) member.object();
        }
        yield new Node.Name(member.name(), member.start(), member.end());
      }
      case Node.Member member when compiler.isGlobal(member.object(), "$item") -> member;
      case Node.Member member ->
          new Node.Member(
              stripped(member.object(), item),
              member.name(),
              member.optional(),
              member.nameStart(),
              member.start(),
              member.end());
      case Node.Index index ->
          new Node.Index(
              stripped(index.object(), item),
              index.key(),
              index.optional(),
              index.start(),
              index.end());
      case Node.Call call when call.callee() instanceof Node.Member ->
          new Node.Call(
              stripped(call.callee(), item),
              call.arguments(),
              call.optional(),
              call.start(),
              call.end());
      default -> object;
    };
  }

  /** Refuses a computed member of one of them. */
  void refuse(Node object, Node node) {
    if (compiler.isGlobal(object, "$input") || nodeByCall(object) != null) {
      throw unsupported("a computed name behind $input or $('…')", node);
    }
  }

  /** The name in {@code $('Name')}. */
  private @Nullable Code nodeByCall(Node object) {
    if (!(object instanceof Node.Call call)
        || !compiler.isGlobal(call.callee(), "$")
        || call.arguments().size() != 1) {
      return null;
    }
    return nameOf(call.arguments().getFirst());
  }

  /** The name in {@code $node["Name"]} or {@code $node.Name}. */
  private @Nullable Code nodeByMember(Node object) {
    if (object instanceof Node.Index index && compiler.isGlobal(index.object(), "$node")) {
      return nameOf(index.key());
    }
    if (object instanceof Node.Member member && compiler.isGlobal(member.object(), "$node")) {
      compiler.refer(
          new NodeReference(
              member.name(), NodeReference.Form.MEMBER, member.object().end(), member.end()));
      return new Code.Constant(member.name());
    }
    return null;
  }

  private Code nameOf(Node argument) {
    if (argument instanceof Node.Literal(Object value, int start, int end)
        && value instanceof String name) {
      compiler.refer(new NodeReference(name, NodeReference.Form.STRING, start, end));
    }
    return compiler.compile(argument);
  }

  Object environment(Frame frame, String name) {
    return frame.scope().environment(name).<Object>map(v -> v).orElse(Undefined.VALUE);
  }

  /** Whether a global is one of these, and so cannot stand alone. */
  static boolean isHost(String name) {
    return ALIVE.contains(name);
  }

  private static Failure unsupported(String what, Node node) {
    return Refusal.unsupported(what + " is not supported in expressions yet", node);
  }
}
