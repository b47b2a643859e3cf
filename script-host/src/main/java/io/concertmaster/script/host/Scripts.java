package io.concertmaster.script.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.graalvm.polyglot.Source;

/** The scripts of our own that worlds begin with; parsed once, since the engine keeps them. */
final class Scripts {
  static final Source BASE = read("base.js");
  static final Source EXPRESSION = read("expression.js");
  static final Source CODE = read("code.js");

  private Scripts() {}

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
