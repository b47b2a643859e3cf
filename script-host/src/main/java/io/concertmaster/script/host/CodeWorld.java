package io.concertmaster.script.host;

import io.concertmaster.model.expression.ExpressionException.Kind;
import io.concertmaster.model.expression.Undefined;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.RunRecords;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.script.wire.WireItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;

/**
 * The world of one Code node at work: plain JavaScript with the run's data, promises, timers and a
 * console.
 */
final class CodeWorld extends World {
  /** So many values of a list are told at once. */
  private static final int PIECE = 500;

  /** What makes a function of a script; without a line break, so that lines count as they stand. */
  private static final String BEFORE = "(async function(){";

  private static final String AFTER = "\n})";

  private final Link link;
  private final Surroundings surroundings = new Surroundings();
  private final Translation translation;
  private final Clockwork clockwork;
  private final Value world;
  private @Nullable Value script;

  CodeWorld(Engine engine, Link link, String zone) {
    super(engine, zone);
    this.link = link;
    ProxyExecutable refused = a -> refused();
    Value base = context().eval(Scripts.BASE).execute(surroundings.functions(), refused);
    this.translation = new Translation(context(), base);
    this.world =
        context()
            .eval(Scripts.CODE)
            .execute(
                base.getMember("host"),
                new CodeFunctions(context(), link, surroundings, translation, base).all());
    this.clockwork = new Clockwork(this, world);
  }

  /** Why the host refused, as base.js asks for it. */
  private Object refused() {
    return translation.failed().<Object>map(Trouble::asError).orElse(translation.nothingValue());
  }

  @Override
  JsonObject perform(JsonObject request) {
    surroundings.begin(translation, new RemoteScope(link, request));
    if (script == null) {
      String code = String.valueOf(request.get("code"));
      script = compile(code);
    }
    String dialect = String.valueOf(request.get("dialect"));
    JsonObject answer =
        request.get("items") instanceof JsonArray items
            ? each(dialect, items, request.get("first") instanceof Long l ? l : 0)
            : all(dialect);
    return answer.with("static", translation.toData(fresh(), world.invokeMember("stored")));
  }

  private Value compile(String code) {
    try {
      return context().eval(Source.newBuilder("js", BEFORE + code + AFTER, "code").buildLiteral());
    } catch (PolyglotException e) {
      throw e.isSyntaxError() ? new Broken(Trouble.ofSyntax(e, code, BEFORE.length())) : e;
    }
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
      list(returned);
      return JsonObject.of("type", "list");
    }
    return answer(returned);
  }

  /** Tells a list piece by piece. */
  private void list(Value list) {
    long size = list.getArraySize();
    boolean items = world.invokeMember("hasItems", list).asBoolean();
    for (long from = 0; from < size; from += PIECE) {
      long end = Math.min(size, from + PIECE);
      JsonObject part = JsonObject.of("op", "part", "items", items);
      Optional<String> text = written(list, from, end);
      link.tell(
          text.isPresent()
              ? part.with("text", text.get())
              : part.with("values", values(list, from, end)));
    }
  }

  /**
   * Values of a list as JSON, unless it loses something: it says null for a value that is neither
   * null nor data.
   */
  private Optional<String> written(Value list, long from, long end) {
    Value written = world.invokeMember("written", list, from, end);
    if (!written.isString()) {
      return Optional.empty();
    }
    String text = written.asString();
    return !text.contains("null") || world.invokeMember("areObjects", list, from, end).asBoolean()
        ? Optional.of(text)
        : Optional.empty();
  }

  /** The values of a list one by one, where the script's own JSON does not do. */
  private JsonArray values(Value list, long from, long end) {
    List<@Nullable Object> values = new ArrayList<>();
    for (long at = from; at < end; at++) {
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
    Value told = world.invokeMember("told", error);
    String message = told.getMember("message").asString();
    return new Broken(
        new Trouble(
            message.contains("Maximum call stack") ? Kind.LIMIT : Kind.TYPE,
            false,
            message,
            told.getMember("name").asString(),
            told.getMember("line").asLong()));
  }
}
