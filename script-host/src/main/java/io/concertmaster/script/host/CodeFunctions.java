package io.concertmaster.script.host;

import io.concertmaster.model.expression.ExpressionException.Kind;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.node.data.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyObject;
import org.jspecify.annotations.Nullable;

/**
 * What only scripts of Code nodes reach, next to {@link Surroundings}: their own node, and bytes.
 */
final class CodeFunctions {
  private final Context context;
  private final Link link;
  private final Surroundings surroundings;
  private final Translation translation;
  private final Value guardedAll;

  /**
   * The functions.
   *
   * @param base what {@code base.js} made
   */
  CodeFunctions(
      Context context, Link link, Surroundings surroundings, Translation translation, Value base) {
    this.context = context;
    this.link = link;
    this.surroundings = surroundings;
    this.translation = translation;
    this.guardedAll = base.getMember("guardedAll");
  }

  /** As {@code code.js} gets them. */
  Value all() {
    return guarded(
        Map.of(
            "log", a -> log(a[0].asString()),
            "stored", a -> asked(JsonObject.of("about", "static", "kind", a[0].asString())),
            "parameter",
                a ->
                    asked(
                        JsonObject.of("about", "parameter", "name", a[0].asString())
                            .with("index", surroundings.scope().itemIndex())),
            "file", this::file,
            "part", a -> part(a[0].asString(), a[1])));
  }

  private Object log(String text) {
    link.tell(JsonObject.of("op", "log", "text", text));
    return translation.undefinedValue();
  }

  private Object asked(JsonObject question) {
    return translation.toScript(surroundings.frame(), link.ask(question));
  }

  /** The bytes of a file of the input, which came as a text with a character for each. */
  private Value file(Value[] a) {
    Object bytes =
        link.ask(
            JsonObject.of("about", "file", "index", a[0].asLong()).with("name", a[1].asString()));
    if (!(bytes instanceof String text)) {
      throw Failure.raised(Kind.MISSING_DATA, "the item has no such file");
    }
    return Bytes.buffer(text.getBytes(StandardCharsets.ISO_8859_1), a[2]);
  }

  private Value part(String name, Value others) {
    Map<String, ProxyExecutable> functions =
        switch (name) {
          case "bytes" -> Bytes.functions();
          case "crypto" -> Digests.functions();
          case "clone", "web" -> Addresses.functions(translation);
          default -> throw Failure.type("there is no part " + name);
        };
    ProxyExecutable bytes = a -> others.execute("bytes");
    return context.eval(Scripts.part(name)).execute(guarded(functions), bytes);
  }

  private Value guarded(Map<String, ProxyExecutable> functions) {
    Map<String, @Nullable Object> all = new HashMap<>();
    functions.forEach((name, function) -> all.put(name, translation.guarded(name, function)));
    return guardedAll.execute(ProxyObject.fromMap(all));
  }
}
