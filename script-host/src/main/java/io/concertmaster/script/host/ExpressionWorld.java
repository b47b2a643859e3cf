package io.concertmaster.script.host;

import io.concertmaster.model.expression.ExpressionException.Kind;
import io.concertmaster.model.expression.Markers;
import io.concertmaster.model.expression.Undefined;
import io.concertmaster.model.expression.library.Globals;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.script.ExtensionNames;
import io.concertmaster.model.expression.script.Forbidden;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.script.wire.WireItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.jspecify.annotations.Nullable;

/**
 * The world of one run's expressions. JavaScript's own objects are frozen in it, so that no
 * expression can change what another one sees.
 */
final class ExpressionWorld extends World {
  private static final List<String> LIBRARY =
      Stream.of(
              "$if",
              "$ifEmpty",
              "$min",
              "$max",
              "$average",
              "$not",
              "min",
              "max",
              "average",
              "not",
              "numberList",
              "zip",
              "DateTime",
              "Duration",
              "Interval",
              "$jmespath",
              "$jmesPath")
          .filter(name -> Globals.value(name) != null)
          .toList();

  /** So many compiled blocks are remembered. */
  private static final int REMEMBERED = 2_000;

  private final Link link;
  private final Surroundings surroundings = new Surroundings();
  private final Translation translation;
  private final Value textOf;
  private boolean marked;
  private final Map<String, BlockCode> compiled = new HashMap<>();

  ExpressionWorld(Engine engine, Link link, String zone) {
    super(engine, zone);
    this.link = link;
    Value base = context().eval(Scripts.BASE).execute(surroundings.functions());
    this.translation = new Translation(context(), base);
    Value made =
        context()
            .eval(Scripts.EXPRESSION)
            .execute(
                surroundings.functions(),
                ProxyArray.fromList(new ArrayList<>(ExtensionNames.all())),
                ProxyArray.fromList(new ArrayList<>(Forbidden.names())),
                ProxyArray.fromList(new ArrayList<>(LIBRARY)));
    this.textOf = made.getMember("textOf");
  }

  @Override
  void warm() {
    perform(
        JsonObject.of(
                "parts",
                JsonArray.of(
                    JsonObject.of("code", "$$of($json.a).$x$first() + [1].map(x => x * 2)[0]")
                        .with("start", 0)
                        .with("end", 0)))
            .with("scope", JsonObject.of("zone", "UTC", "now", 0))
            .with(
                "items",
                JsonArray.of(JsonObject.of("json", JsonObject.of("a", JsonArray.of(1, 2))))));
  }

  @Override
  JsonObject perform(JsonObject request) {
    surroundings.begin(translation, new RemoteScope(link, request));
    List<Object> parts =
        ((JsonArray) Objects.requireNonNull(request.get("parts")))
            .stream().map(Objects::requireNonNull).toList();
    marked = Boolean.TRUE.equals(request.get("marked"));
    long first = request.get("first") instanceof Long l ? l : 0;
    List<Object> results = new ArrayList<>();
    if (request.get("items") instanceof JsonArray items) {
      for (int i = 0; i < items.size(); i++) {
        results.add(result(parts, Optional.of(WireItem.item(items.get(i))), first + i));
      }
    } else {
      results.add(result(parts, Optional.empty(), first));
    }
    return JsonObject.of("results", JsonArray.ofValues(results.toArray()));
  }

  /** A list of the value alone, or the trouble. */
  private Object result(List<Object> parts, Optional<Item> item, long index) {
    Frame frame = surroundings.next(item, index);
    if (parts.size() == 1 && parts.getFirst() instanceof JsonObject block) {
      try {
        if (marked) {
          Markers.Marked found = translation.toMarked(frame, run(block));
          return JsonArray.ofValues(new @Nullable Object[] {found.value(), found.kind()});
        }
        return JsonArray.ofValues(new @Nullable Object[] {translation.toData(frame, run(block))});
      } catch (RuntimeException | StackOverflowError e) {
        return caught(e, block);
      }
    }
    StringBuilder text = new StringBuilder();
    for (Object part : parts) {
      if (part instanceof JsonObject block) {
        try {
          text.append(textOf.execute(run(block)).asString());
        } catch (RuntimeException | StackOverflowError e) {
          Object caught = caught(e, block);
          if (caught instanceof JsonObject) {
            return caught;
          }
        }
      } else {
        text.append((String) part);
      }
      if (text.length() > Frame.LONGEST_STRING) {
        return caught(
            Failure.raised(
                Kind.LIMIT, "the expression makes a text of more than " + Frame.LONGEST_STRING),
            JsonObject.empty());
      }
    }
    return JsonArray.ofValues(new @Nullable Object[] {text.toString()});
  }

  /** What an exception makes of a block: undefined, or trouble with its place. */
  private Object caught(Throwable e, JsonObject block) {
    if (cancelled()) {
      if (e instanceof RuntimeException runtime) {
        throw runtime;
      }
      throw Failure.raised(Kind.LIMIT, "the script was cancelled");
    }
    Trouble trouble = Trouble.of(e);
    return trouble.quiet()
        ? JsonArray.ofValues(new @Nullable Object[] {Undefined.VALUE})
        : trouble.message().with("start", block.get("start")).with("end", block.get("end"));
  }

  private Value run(JsonObject block) {
    String code = String.valueOf(block.get("code"));
    if (code.isEmpty()) {
      return translation.undefinedValue();
    }
    BlockCode known = compiled.get(code);
    if (known == null) {
      known = new BlockCode(context(), code, block.get("paired"));
      if (compiled.size() >= REMEMBERED) {
        compiled.clear();
      }
      compiled.put(code, known);
    }
    return known.run(translation, surroundings);
  }
}
