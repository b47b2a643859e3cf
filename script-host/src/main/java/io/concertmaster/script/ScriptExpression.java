package io.concertmaster.script;

import io.concertmaster.model.expression.Evaluable;
import io.concertmaster.model.expression.ExpressionException;
import io.concertmaster.model.expression.ExpressionException.Kind;
import io.concertmaster.model.expression.Markers;
import io.concertmaster.model.expression.Scope;
import io.concertmaster.model.expression.script.ScriptSource;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.script.wire.WireItem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression that a process evaluates. */
final class ScriptExpression implements Evaluable {
  private final ScriptHost host;
  private final JsonArray parts;
  private final NeededFields needed;
  private final PairedAhead ahead;

  ScriptExpression(ScriptHost host, ScriptSource source) {
    this.host = host;
    List<Object> wired = new ArrayList<>();
    for (ScriptSource.Part part : source.parts()) {
      wired.add(
          switch (part) {
            case ScriptSource.Plain plain -> plain.text();
            case ScriptSource.Script script ->
                JsonObject.of("code", script.code())
                    .with("start", script.start())
                    .with("end", script.end())
                    .with("paired", JsonArray.ofValues(script.paired().toArray()));
          });
    }
    this.parts = JsonArray.ofValues(wired.toArray());
    this.needed = new NeededFields(source);
    this.ahead = new PairedAhead(source, needed);
  }

  @Override
  public @Nullable Object evaluate(Scope scope) throws ExpressionException {
    return one(scope, false).getFirst();
  }

  @Override
  public Markers.Marked marked(Scope scope) throws ExpressionException {
    JsonArray found = one(scope, true);
    return new Markers.Marked(
        found.getFirst(), found.size() > 1 && found.get(1) instanceof String kind ? kind : null);
  }

  private JsonArray one(Scope scope, boolean marked) throws ExpressionException {
    List<Item> items = scope.item().map(List::of).orElse(List.of());
    Object result = evaluate(scope, items, marked).getFirst();
    if (result instanceof JsonArray value) {
      return value;
    }
    throw failure(result);
  }

  @Override
  public boolean prefersBatches() {
    return true;
  }

  @Override
  public List<Outcome> evaluate(Scope scope, List<Item> items) throws ExpressionException {
    List<Outcome> outcomes = new ArrayList<>(items.size());
    for (Object result : evaluate(scope, items, false)) {
      outcomes.add(
          result instanceof JsonArray value
              ? new Value(value.getFirst())
              : new Trouble(failure(result)));
    }
    return outcomes;
  }

  /**
   * Evaluates it for several items one after the other.
   *
   * @return for each item a list of the value, or what went wrong as a record
   */
  private JsonArray evaluate(Scope scope, List<Item> items, boolean marked)
      throws ExpressionException {
    JsonObject request =
        JsonObject.of("op", "evaluate", "kind", "expression")
            .with("zone", ScopeRecord.machineZone(scope))
            .with("parts", parts)
            .with("scope", ScopeRecord.of(scope))
            .with("marked", marked)
            .with("first", scope.itemIndex());
    if (!items.isEmpty()) {
      request =
          request
              .with("items", JsonArray.ofValues(items.stream().map(this::record).toArray()))
              .with("paired", ahead.of(scope, items.size()));
    }
    String world = "expressions " + scope.execution().get("id") + " " + scope.zone();
    try {
      JsonObject answer =
          new Exchange(host.pool(), new Questions(scope), message -> {})
              .request(world, request, host.settings().expressionLimit());
      if (answer.get("results") instanceof JsonArray results && !results.isEmpty()) {
        return results;
      }
      throw failure(answer);
    } catch (ScriptTrouble e) {
      throw new ExpressionException(Kind.LIMIT, e.getMessage(), 0, 0);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ExpressionException(Kind.LIMIT, "the expression was cancelled", 0, 0);
    }
  }

  private JsonObject record(Item item) {
    return WireItem.of(item.withJson(needed.own(item.json())));
  }

  private static ExpressionException failure(@Nullable Object result) {
    JsonObject trouble = result instanceof JsonObject object ? object : JsonObject.empty();
    Kind kind = Kind.LIMIT;
    for (Kind each : Kind.values()) {
      if (each.name().equals(trouble.get("kind"))) {
        kind = each;
      }
    }
    return new ExpressionException(
        kind,
        String.valueOf(trouble.get("error")),
        trouble.get("start") instanceof Long start ? start.intValue() : 0,
        trouble.get("end") instanceof Long end ? end.intValue() : 0);
  }
}
