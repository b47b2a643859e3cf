package io.concertmaster.engine.local.items;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the names of lists in the text of an event, whatever the event is. */
public final class ListReferences {
  private static final Pattern NAME = Pattern.compile("\"[nizp]([1m])([0-9a-f]{64})\"");

  private ListReferences() {}

  /**
   * Calls back with each name, without its letter for lineage: {@code 1} or {@code m}, and hash.
   */
  public static void in(String text, Consumer<String> each) {
    Matcher names = NAME.matcher(text);
    while (names.find()) {
      each.accept(names.group(1) + names.group(2));
    }
  }
}
