package io.concertmaster.model.expression.script;

import io.concertmaster.model.expression.library.Methods;
import java.util.Set;
import java.util.TreeSet;

/**
 * How a script calls n8n's extension methods: {@code x.first()} becomes {@code x.$x$first()}, a
 * method which every value has in the script's world, and which calls JavaScript's own method where
 * the value has one of the name, and the library's otherwise.
 */
public final class ExtensionNames {
  private static final String MARK = "$x$";

  private static final Set<String> NAMES = collect();

  private ExtensionNames() {}

  private static Set<String> collect() {
    Set<String> names = new TreeSet<>();
    for (String name : Methods.names()) {
      Methods.Named named = Methods.named(name);
      if (named != null && named.extension()) {
        names.add(name);
      }
    }
    return Set.copyOf(names);
  }

  /** The extension methods' names as people write them. */
  public static Set<String> all() {
    return NAMES;
  }

  /** Whether a method of this name may be an extension. */
  static boolean has(String name) {
    return NAMES.contains(name);
  }

  /** The name under which a script calls it. */
  public static String marked(String name) {
    return MARK + name;
  }
}
