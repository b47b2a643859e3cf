package io.concertmaster.model.expression.compile;

import io.concertmaster.model.expression.ExpressionException;
import io.concertmaster.model.expression.ExpressionException.Kind;
import io.concertmaster.model.expression.Scope;
import io.concertmaster.model.expression.Undefined;
import io.concertmaster.model.expression.runtime.Arguments;
import io.concertmaster.model.expression.runtime.Conversions;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.JsFunction;
import io.concertmaster.model.expression.syntax.ParameterText;
import io.concertmaster.node.data.JsonObject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The {@code $} functions that look at the run, and the {@code $} names that are simple values. */
final class HostFunctions {
  private static final int LONGEST = 100_000;

  private static final Map<String, JsFunction> FUNCTIONS =
      Map.of(
          "$evaluateExpression", HostFunctions::evaluate,
          "$getWorkflowStaticData",
              (frame, a) -> frame.scope().staticData(Arguments.text(frame, a, 0)),
          "$fromAI", HostFunctions::fromAgent,
          "$fromAi", HostFunctions::fromAgent,
          "$fromai", HostFunctions::fromAgent);

  private HostFunctions() {}

  /** The code of a name, or null where it is none of these. */
  static @Nullable Code find(String name) {
    JsFunction function = FUNCTIONS.get(name);
    if (function != null) {
      return new Code.Constant(function);
    }
    return switch (name) {
      case "$mode" -> frame -> mode(frame.scope());
      case "$vars" -> frame -> frame.scope().variables();
      case "$secrets", "$self" -> frame -> JsonObject.empty();
      case "$parameter" -> frame -> frame.scope().nodeParameters();
      case "$rawParameter" -> frame -> frame.scope().rawParameters();
      case "$nodeId" -> frame -> field(frame.scope().nodeInfo(), "id");
      case "$nodeVersion" -> frame -> field(frame.scope().nodeInfo(), "version");
      case "$webhookId" -> frame -> field(frame.scope().nodeInfo(), "webhookId");
      case "$prevNode" -> HostFunctions::previous;
      case "$credentials", "$request", "$response", "$pageCount", "$tool", "$agentInfo" ->
          frame -> frame.scope().additional(name).orElse(Undefined.VALUE);
      default -> null;
    };
  }

  private static @Nullable Object field(JsonObject record, String name) {
    return record.containsKey(name) ? record.get(name) : Undefined.VALUE;
  }

  private static Object previous(Frame frame) {
    return frame
        .scope()
        .previousNode()
        .map(node ->
            JsonObject.of("name", node.name())
                .with("outputIndex", (long) node.outputIndex())
                .with("runIndex", (long) node.runIndex()))
        .orElse(JsonObject.empty());
  }

  private static Object fromAgent(Frame frame, @Nullable Object[] a) {
    throw Failure.raised(
        Kind.MISSING_DATA,
        "$fromAI() has a value only where an AI agent calls this node as its tool");
  }

  /** Evaluates a text as the parameter behind its {@code =}, for this item or another. */
  private static @Nullable Object evaluate(Frame frame, @Nullable Object[] a) {
    String text = Arguments.text(frame, a, 0);
    if (text.length() > LONGEST) {
      throw Failure.raised(Kind.LIMIT, "$evaluateExpression() was given too long a text");
    }
    frame.charge(500 + text.length() * 20L);
    if (Arguments.has(a, 1)) {
      long index = (long) Conversions.number(frame, a[1]);
      return frame.within(new ItemView(frame.scope(), index), () -> inner(frame, text));
    }
    return inner(frame, text);
  }

  private static @Nullable Object inner(Frame frame, String text) {
    String parameter = "=" + text;
    @Nullable Object[] before = frame.enter(frame.locals(), 1_500, 1);
    try {
      ParameterText parts = ParameterText.of(parameter);
      StringBuilder joined = new StringBuilder();
      for (ParameterText.Segment segment : parts.segments()) {
        if (segment instanceof ParameterText.Block block) {
          CompiledBlock code = CompiledBlock.compile(parameter, block, new References());
          Object value = code.inside(frame);
          if (parts.segments().size() == 1) {
            return value;
          }
          joined.append(Conversions.nullish(value) ? "" : Conversions.text(frame, value));
        } else if (segment instanceof ParameterText.Text plain) {
          joined.append(plain.text());
        }
        frame.chargeText(joined.length());
      }
      return joined.toString();
    } catch (ExpressionException e) {
      throw Failure.raised(e.kind(), "$evaluateExpression(): " + e.getMessage());
    } finally {
      frame.leave(before, 1_500);
    }
  }

  /** Why the run began; {@code $execution.mode} tells only a test from the real thing. */
  private static @Nullable Object mode(Scope scope) {
    JsonObject node = scope.nodeInfo();
    return field(node.containsKey("mode") ? node : scope.execution(), "mode");
  }
}
