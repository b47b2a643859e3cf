package io.concertmaster.script.host;

import io.concertmaster.model.expression.ExpressionException.Kind;
import io.concertmaster.model.expression.Undefined;
import io.concertmaster.model.expression.compile.Dynamic;
import io.concertmaster.model.expression.library.Globals;
import io.concertmaster.model.expression.library.time.DateTimeValue;
import io.concertmaster.model.expression.runtime.Conversions;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.Primitive;
import io.concertmaster.model.expression.runtime.RunRecords;
import io.concertmaster.model.expression.script.Forbidden;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyObject;
import org.jspecify.annotations.Nullable;

/**
 * The functions by which a world's scripts reach the library and the run's data; all that they can
 * reach outside of themselves. They belong to the evaluation that goes on.
 */
final class Surroundings {
  private @Nullable Translation translation;
  private @Nullable RemoteScope scope;
  private @Nullable Frame frame;
  private List<String> paired = List.of();

  /** A function of the library or the run. */
  private interface Call {
    @Nullable Object of(Frame frame, Value[] arguments);
  }

  /** Begins an evaluation. */
  void begin(Translation with, RemoteScope around) {
    translation = with;
    scope = around;
    frame = new Frame(around);
  }

  /** Goes on with the next item: what it may spend is fresh. */
  Frame next(Optional<Item> item, long index) {
    scope().at(item, index);
    Frame fresh = new Frame(scope());
    frame = fresh;
    return fresh;
  }

  /** Names the nodes whose items' records the block that runs reads by number. */
  void paired(List<String> nodes) {
    paired = nodes;
  }

  private @Nullable Object pairedRecord(int number) {
    return number < paired.size()
        ? RunRecords.paired(scope(), paired.get(number)).json()
        : Undefined.VALUE;
  }

  Translation translation() {
    return java.util.Objects.requireNonNull(translation);
  }

  RemoteScope scope() {
    return java.util.Objects.requireNonNull(scope);
  }

  Frame frame() {
    return java.util.Objects.requireNonNull(frame);
  }

  /** As scripts get them. */
  ProxyObject functions() {
    return ProxyObject.fromMap(
        Map.<String, Object>ofEntries(
            entry("member", (at, a) -> Dynamic.member(at, library(a[0]), a[1].asString())),
            entry("primitive", (at, a) -> primitive(at, library(a[0]), a[1].asString())),
            entry("extension", this::extension),
            entry("variable", (at, a) -> variable(at, a[0].asString())),
            entry("refuse", (at, a) -> refuse(a[0].asString())),
            entry("environment", (at, a) -> environment(a[0].asString())),
            entry("inputEnd", (at, a) -> end(scope().input(), a[0])),
            entry("inputAll", (at, a) -> RunRecords.all(at, scope().input())),
            entry("item", (at, a) -> RunRecords.record(at.item())),
            entry("executed", (at, a) -> RunRecords.node(scope(), text(a)).executed()),
            entry("parameters", (at, a) -> RunRecords.node(scope(), text(a)).parameters()),
            entry("pairedRecord", (at, a) -> pairedRecord(whole(a, 0, 0))),
            entry("paired", (at, a) -> RunRecords.record(RunRecords.paired(scope(), text(a)))),
            entry(
                "sameIndex", (at, a) -> RunRecords.record(RunRecords.sameIndex(scope(), text(a)))),
            entry("nodeEnd", (at, a) -> end(sent(a, 2), a[1])),
            entry("nodeAll", (at, a) -> RunRecords.all(at, sent(a, 1))),
            entry(
                "pairedTo",
                (at, a) ->
                    RunRecords.record(RunRecords.pairedTo(scope(), text(a), whole(a, 1, 0)))),
            entry("nodeContext", (at, a) -> RunRecords.node(scope(), text(a)).context()),
            entry("nodeRuns", (at, a) -> RunRecords.node(scope(), text(a)).runs()),
            entry("inputContext", (at, a) -> scope().nodeContext())));
  }

  /**
   * What the node sent that the first argument names, by the output and run behind it; without
   * either, what it sent first in its newest run.
   */
  private ItemList sent(Value[] a, int from) {
    int output = whole(a, from, -1);
    int run = whole(a, from + 1, -1);
    return output < 0 && run < 0
        ? RunRecords.executed(scope(), text(a)).items()
        : RunRecords.sent(scope(), text(a), Math.max(0, output), run);
  }

  private static Object end(ItemList items, Value first) {
    Item item = RunRecords.end(items, first.asBoolean());
    return item == null ? Undefined.VALUE : RunRecords.record(item);
  }

  private static int whole(Value[] a, int position, int otherwise) {
    boolean given = position < a.length && a[position].isNumber();
    return given ? (int) Math.clamp(a[position].asDouble(), -1, 1_000_000_000) : otherwise;
  }

  private static String text(Value[] arguments) {
    return arguments[0].asString();
  }

  private Map.Entry<String, Object> entry(String name, Call call) {
    ProxyExecutable proxy =
        arguments ->
            translation()
                .guarded(name, a -> translation().toScript(frame(), call.of(frame(), a)))
                .execute(arguments);
    return Map.entry(name, proxy);
  }

  private static @Nullable Object library(Value handle) {
    if (!handle.isProxyObject()) {
      throw Failure.type("this is not a value of the library");
    }
    return ((Handle) handle.asProxyObject()).value();
  }

  private static @Nullable Object primitive(Frame at, @Nullable Object value, String hint) {
    return value instanceof Primitive special
        ? special.primitive(
            hint.equals("string") ? Conversions.Hint.STRING : Conversions.Hint.NUMBER)
        : Conversions.text(at, value);
  }

  private @Nullable Object extension(Frame at, Value[] a) {
    Object self = translation().toLibrary(at, a[1]);
    @Nullable Object[] arguments = new Object[(int) a[2].getArraySize()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = translation().toLibrary(at, a[2].getArrayElement(i));
    }
    return Dynamic.call(at, self, a[0].asString(), arguments);
  }

  private static Object refuse(String name) {
    throw Failure.raised(Kind.UNSUPPORTED, Forbidden.message(name));
  }

  private Object environment(String name) {
    return scope().environment(name).<Object>map(v -> v).orElse(Undefined.VALUE);
  }

  private @Nullable Object variable(Frame at, String name) {
    return switch (name) {
      case "$json", "$data" -> at.json();
      case "$binary" -> RunRecords.binary(at.item());
      case "$thisItem" -> RunRecords.record(at.item());
      case "$itemIndex", "$position", "$thisItemIndex" -> scope().itemIndex();
      case "$runIndex", "$thisRunIndex" -> (long) scope().runIndex();
      case "$workflow" -> scope().workflow();
      case "$execution" -> scope().execution();
      case "$now" -> DateTimeValue.now(at);
      case "$today" -> DateTimeValue.today(at);
      case "$vars" -> scope().variables();
      case "$parameter" -> scope().nodeParameters();
      case "$rawParameter" -> scope().rawParameters();
      case "$self" -> scope().nodeContext();
      case "$prevNode" ->
          scope()
              .previousNode()
              .<Object>map(node ->
                  JsonObject.of("name", node.name())
                      .with("outputIndex", node.outputIndex())
                      .with("runIndex", node.runIndex()))
              .orElse(Undefined.VALUE);
      case "$mode" -> scope().execution().getOrDefault("mode", Undefined.VALUE);
      case "$nodeId" -> scope().nodeInfo().getOrDefault("id", Undefined.VALUE);
      case "$nodeVersion" -> scope().nodeInfo().getOrDefault("version", Undefined.VALUE);
      case "$webhookId" -> scope().nodeInfo().getOrDefault("webhookId", Undefined.VALUE);
      case "$request", "$response", "$pageCount" ->
          scope().additional(name).orElse(Undefined.VALUE);
      default -> {
        Object global = Globals.value(name);
        yield global == null ? Undefined.VALUE : global;
      }
    };
  }
}
