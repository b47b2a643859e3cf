package io.concertmaster.model.expression.compile;

import io.concertmaster.model.expression.NodeReference;
import io.concertmaster.model.expression.Undefined;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.syntax.Node;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code $input}, {@code $('Name')}, {@code $node["Name"]} and {@code $env}: they are no values but
 * ways to the run's data, so what is asked of them is decided when compiling.
 */
final class HostMembers {
  private static final Set<String> ALIVE = Set.of("$input", "$node", "$env", "$");

  private final Compiler compiler;

  HostMembers(Compiler compiler) {
    this.compiler = compiler;
  }

  /** A member of one of them, or null where the object is something else. */
  @Nullable Code member(Node object, String name, Node node) {
    if (compiler.isGlobal(object, "$env")) {
      return frame -> environment(frame, name);
    }
    if (compiler.isGlobal(object, "$input")) {
      if (name.equals("item")) {
        return new RunData.CurrentItem();
      }
      throw unsupported("$input." + name, node);
    }
    Code nodeName = nodeByCall(object);
    if (nodeName != null) {
      return switch (name) {
        case "item" -> new RunData.PairedItem(nodeName, object.start(), object.end());
        case "params" ->
            frame -> RunData.node(frame, nodeName, object.start(), object.end()).parameters();
        case "isExecuted" ->
            frame -> RunData.node(frame, nodeName, object.start(), object.end()).executed();
        default -> throw unsupported("$('…')." + name, node);
      };
    }
    Code legacy = nodeByMember(object);
    if (legacy != null) {
      RunData.SameIndexItem item = new RunData.SameIndexItem(legacy, object.start(), object.end());
      return switch (name) {
        case "json", "data" -> frame -> item.item(frame).json();
        case "binary" -> frame -> RunData.binary(item.item(frame));
        case "parameter" ->
            frame -> RunData.node(frame, legacy, object.start(), object.end()).parameters();
        default -> throw unsupported("$node[…]." + name, node);
      };
    }
    return null;
  }

  /** A call of a method of one of them, or null where the object is something else. */
  @Nullable Code call(Node object, String name, List<Node> arguments, Node node) {
    boolean input = compiler.isGlobal(object, "$input");
    Code nodeName = input ? null : nodeByCall(object);
    if (!input && nodeName == null) {
      return null;
    }
    boolean plain =
        arguments.stream()
            .allMatch(a -> a instanceof Node.Literal l && Long.valueOf(0).equals(l.value()));
    RunData.Items items =
        nodeName == null
            ? frame -> frame.scope().input()
            : frame -> RunData.items(frame, nodeName, object.start(), object.end());
    String where = input ? "$input" : "$('…')";
    if (plain && (name.equals("first") || name.equals("last"))) {
      return new RunData.EndItem(items, name.equals("first"));
    }
    if (plain && name.equals("all")) {
      return frame -> RunData.all(frame, items.items(frame));
    }
    if (nodeName != null
        && (name.equals("itemMatching") || name.equals("pairedItem"))
        && (arguments.isEmpty()
            ? name.equals("pairedItem")
            : arguments.size() == 1 && compiler.isGlobal(arguments.getFirst(), "$itemIndex"))) {
      return new RunData.PairedItem(nodeName, object.start(), object.end());
    }
    throw unsupported(where + "." + name + "(" + (arguments.isEmpty() ? "" : "…") + ")", node);
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

  private static io.concertmaster.model.expression.runtime.Failure unsupported(
      String what, Node node) {
    return Refusal.unsupported(what + " is not supported in expressions yet", node);
  }
}
