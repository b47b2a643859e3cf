package io.concertmaster.model.expression.compile;

import io.concertmaster.model.expression.ExpressionException.Kind;
import io.concertmaster.model.expression.Undefined;
import io.concertmaster.model.expression.library.Globals;
import io.concertmaster.model.expression.library.time.DateTimeValue;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.RunRecords;
import io.concertmaster.model.expression.syntax.Node;
import io.concertmaster.node.data.JsonObject;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names that stand alone: the {@code $} names, the globals, and those that nothing has. */
final class Names {
  private static final Set<String> KNOWN =
      Set.of(
          "$json",
          "$data",
          "$binary",
          "$itemIndex",
          "$runIndex",
          "$input",
          "$",
          "$node",
          "$workflow",
          "$execution",
          "$env",
          "$now",
          "$today",
          "$if",
          "$ifEmpty",
          "$min",
          "$max",
          "$average",
          "$not",
          "$thisItem",
          "$position",
          "$thisItemIndex",
          "$thisRunIndex",
          "$mode",
          "$vars",
          "$secrets",
          "$parameter",
          "$rawParameter",
          "$self",
          "$item",
          "$items",
          "$prevNode",
          "$jmespath",
          "$jmesPath",
          "$evaluateExpression",
          "$fromAI",
          "$nodeVersion",
          "$nodeId",
          "$webhookId",
          "$agentInfo",
          "$tool",
          "$request",
          "$response",
          "$pageCount",
          "$credentials",
          "$getWorkflowStaticData");

  private static final Set<String> LATER = Set.of("$getPairedItem");

  /** Names that n8n keeps for its own evaluator. */
  private static final Set<String> RESERVED = Set.of("___n8n_data", "__sanitize");

  /** Functions with which n8n's own evaluator calls methods; expressions call those themselves. */
  private static final Set<String> INTERNAL = Set.of("extend", "extendOptional");

  private Names() {}

  /** A name that nothing has: JavaScript's ReferenceError. */
  record Missing(String name, int start, int end) implements Code {
    @Override
    public @Nullable Object run(Frame frame) {
      throw Failure.reference(name + " is not defined").at(start, end);
    }
  }

  /** A global of browsers and servers, which is but an empty object here. */
  record Nothing() implements Code {
    @Override
    public Object run(Frame frame) {
      return JsonObject.empty();
    }
  }

  static Code compile(Node.Name node) {
    String name = node.name();
    return switch (name) {
      case "undefined" -> new Code.Constant(Undefined.VALUE);
      case "NaN" -> new Code.Constant(Double.NaN);
      case "Infinity" -> new Code.Constant(Double.POSITIVE_INFINITY);
      case "$json", "$data" -> Frame::json;
      case "$binary" -> frame -> RunRecords.binary(frame.item());
      case "$thisItem" -> new RunData.CurrentItem();
      case "$itemIndex", "$position", "$thisItemIndex" -> frame -> frame.scope().itemIndex();
      case "$runIndex", "$thisRunIndex" -> frame -> (long) frame.scope().runIndex();
      case "$workflow" -> frame -> frame.scope().workflow();
      case "$execution" -> frame -> frame.scope().execution();
      case "$now" -> DateTimeValue::now;
      case "$today" -> DateTimeValue::today;
      default -> other(node);
    };
  }

  private static Code other(Node.Name node) {
    String name = node.name();
    Object global = Globals.value(name);
    if (global != null) {
      return global == Globals.Denied.EMPTY ? new Nothing() : new Code.Constant(global);
    }
    Code host = HostFunctions.find(name);
    if (host != null) {
      return host;
    }
    if (INTERNAL.contains(name)) {
      throw Refusal.unknown(name + " is no function of expressions: call the method itself", node);
    }
    if (HostMembers.isHost(name)) {
      throw Refusal.unsupported(
          name + " cannot stand alone: name what you want of it, as in $input.item.json", node);
    }
    if (LATER.contains(name) || Globals.isLater(name)) {
      throw Refusal.unsupported(name + " is not supported in expressions yet", node);
    }
    if (name.startsWith("$")) {
      throw Refusal.unknown("there is no " + name + Refusal.suggestion(name, KNOWN), node);
    }
    reserved(name, node.start(), node.end());
    Compiler.allow(name, node.start(), node.end());
    return new Missing(name, node.start(), node.end());
  }

  /** Refuses a name that n8n keeps for itself. */
  static void reserved(String name, int start, int end) {
    if (RESERVED.contains(name)) {
      throw Failure.raised(Kind.REFERENCE, "the name '" + name + "' is reserved").at(start, end);
    }
  }

  /** The {@code $} names that can be used. */
  static Set<String> known() {
    return KNOWN;
  }
}
