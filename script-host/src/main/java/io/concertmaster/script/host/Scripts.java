package io.concertmaster.script.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.graalvm.polyglot.Source;

/** The scripts of our own that worlds begin with; parsed once, since the engine keeps them. */
final class Scripts {
  static final Source BASE = read("base.js");
  static final Source EXPRESSION = read("expression.js");
  static final Source CODE = read("code.js");
  private static final Map<String, Source> PARTS = new ConcurrentHashMap<>();

  private Scripts() {}

  /**
   * What scripts of Code nodes get when they first ask for it.
   *
   * @param name of {@code bytes}, {@code clone}, {@code crypto} and {@code web}
   */
  static Source part(String name) {
    return PARTS.computeIfAbsent(name + ".js", Scripts::read);
  }

  private static Source read(String name) {
    try (InputStream in = Scripts.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program has no " + name);
      }
      return Source.newBuilder("js", new String(in.readAllBytes(), StandardCharsets.UTF_8), name)
          .buildLiteral();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
