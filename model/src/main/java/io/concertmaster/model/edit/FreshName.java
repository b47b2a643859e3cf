package io.concertmaster.model.edit;

import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names for new nodes: expressions speak of nodes by name, so no two have the same. */
public final class FreshName {
  private static final Pattern NUMBERED = Pattern.compile("(.*\\S) \\d{1,6}");

  private FreshName() {}

  /**
   * The name itself, or with the first number from 2 that makes it new: {@code Filter}, {@code
   * Filter 2}, {@code Filter 3}.
   */
  public static String of(String name, Collection<String> taken) {
    if (!taken.contains(name)) {
      return name;
    }
    Matcher numbered = NUMBERED.matcher(name);
    String base = numbered.matches() ? numbered.group(1) : name;
    int number = 2;
    while (taken.contains(base + " " + number)) {
      number++;
    }
    return base + " " + number;
  }
}
