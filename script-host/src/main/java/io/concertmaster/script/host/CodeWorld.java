package io.concertmaster.script.host;

import io.concertmaster.model.expression.ExpressionException.Kind;
import io.concertmaster.model.expression.Undefined;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.script.wire.WireItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyObject;
import org.jspecify.annotations.Nullable;

/**
 * The world of one Code node at work: plain JavaScript with the run's data, promises, timers and a
 * console.
 */
final class CodeWorld extends World {
  /** So many values of a list are told at once. */
  private static final int PIECE = 500;

  private final Link link;
  private final Surroundings surroundings = new Surroundings();
  private final Translation translation;
  private final Clockwork clockwork;
  private final Value world;
  private @Nullable Value script;

  CodeWorld(Engine engine, Link link, String zone) {
    super(engine, zone);
    this.link = link;
    ProxyObject functions = surroundings.functions();
    Value base = context().eval(Scripts.BASE).execute(functions);
    this.translation = new Translation(context(), base);
    ProxyExecutable log = a -> log(a[0].asString());
    ProxyExecutable stored =
        a ->
            translation.toScript(
                surroundings.frame(),
                link.ask(JsonObject.of("about", "static", "kind", a[0].asString())));
    ProxyExecutable parameter =
        a ->
            translation.toScript(
                surroundings.frame(),
                link.ask(
                    JsonObject.of("about", "parameter", "name", a[0].asString())
                        .with("index", surroundings.scope().itemIndex())));
    this.world = context().eval(Scripts.CODE).execute(functions, log, stored, parameter);
    this.clockwork = new Clockwork(this, world);
  }

  private Object log(String text) {
    link.tell(JsonObject.of("op", "log", "text", text));
    return translation.undefinedValue();
  }

  @Override
  JsonObject perform(JsonObject request) {
    surroundings.begin(translation, new RemoteScope(link, request));
    if (script == null) {
      String code = String.valueOf(request.get("code"));
      script =
          context()
              .eval(
                  Source.newBuilder("js", "(async function(){" + code + "\n})", "code")
                      .buildLiteral());
    }
    String dialect = String.valueOf(request.get("dialect"));
    JsonObject answer =
        request.get("items") instanceof JsonArray items
            ? each(dialect, items, request.get("first") instanceof Long l ? l : 0)
            : all(dialect);
    return answer.with("static", translation.toData(fresh(), world.invokeMember("stored")));
  }

  private Frame fresh() {
    return new Frame(surroundings.scope());
  }

  private JsonObject all(String dialect) {
    Optional<Item> first =
        surroundings.scope().input().isEmpty()
            ? Optional.empty()
            : Optional.of(surroundings.scope().input().get(0));
    surroundings.next(first, 0);
    world.invokeMember("beginAll", dialect);
    Value returned = clockwork.settle(script(), this::thrown);
    if (translation.isArray(returned)) {
      long size = returned.getArraySize();
      for (long from = 0; from < size; from += PIECE) {
        link.tell(JsonObject.of("op", "part", "values", piece(returned, from, size)));
      }
      return JsonObject.of("type", "list");
    }
    return answer(returned);
  }

  private JsonArray piece(Value list, long from, long size) {
    List<@Nullable Object> values = new ArrayList<>();
    for (long at = from; at < Math.min(size, from + PIECE); at++) {
      values.add(translation.toData(fresh(), list.getArrayElement(at)));
    }
    return JsonArray.ofValues(values.toArray());
  }

  private Value script() {
    return java.util.Objects.requireNonNull(script);
  }

  private JsonObject answer(Value value) {
    Object data = translation.toData(fresh(), value);
    return JsonObject.of("type", value.canExecute() ? "function" : type(data), "value", data);
  }

  private static String type(@Nullable Object data) {
    return switch (data) {
      case null -> "null";
      case Undefined u -> "undefined";
      case String s -> "text";
      case Boolean b -> "boolean";
      case Number n -> "number";
      case JsonArray a -> "list";
      default -> "object";
    };
  }

  private JsonObject each(String dialect, JsonArray items, long first) {
    Object[] results = new Object[items.size()];
    for (int i = 0; i < results.length; i++) {
      Item item = WireItem.item(items.get(i));
      Frame frame = surroundings.next(Optional.of(item), first + i);
      try {
        world.invokeMember(
            "beginItem", dialect, translation.toScript(frame, RunRecords.record(item)), first + i);
        Value returned = clockwork.settle(script(), this::thrown);
        results[i] = answer(returned).with("item", items(world.invokeMember("itemNow")));
      } catch (RuntimeException | StackOverflowError e) {
        if (cancelled()) {
          throw e;
        }
        results[i] = Trouble.of(e).message();
      }
    }
    return JsonObject.of("results", JsonArray.ofValues(results));
  }

  private @Nullable Object items(Value item) {
    return translation.toData(fresh(), item);
  }

  /** What a promise was broken with. */
  private RuntimeException thrown(Value error) {
    Optional<Failure> failure = surroundings.failure();
    Value told = world.invokeMember("told", error);
    if (!told.getMember("own").asBoolean() && failure.isPresent()) {
      return failure.get();
    }
    return new Broken(
        new Trouble(
            told.getMember("message").asString().contains("Maximum call stack")
                ? Kind.LIMIT
                : Kind.TYPE,
            false,
            told.getMember("message").asString(),
            told.getMember("name").asString(),
            told.getMember("line").asLong()));
  }
}
