package io.concertmaster.script.host;

import java.io.ByteArrayOutputStream;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;

/** What {@code web.js} has done by Java: names of hosts. Nothing is looked up. */
final class Addresses {
  private static final int PIECES = 8;

  private Addresses() {}

  /**
   * The functions by their names.
   *
   * @param translation knows the library's values
   */
  static Map<String, ProxyExecutable> functions(Translation translation) {
    return Map.of(
        "isOfTheLibrary", a -> translation.isOfTheLibrary(a[0]),
        "domain", a -> or(translation, domain(a[0].asString())),
        "ipv6", a -> or(translation, ipv6(a[0].asString())),
        "unescape", a -> unescaped(a[0].asString()));
  }

  private static Object or(Translation translation, @Nullable String text) {
    return text == null ? translation.nothingValue() : text;
  }

  /** The name in ASCII (UTS 46), or null where it is none. */
  private static @Nullable String domain(String name) {
    try {
      return IDN.toASCII(name.toLowerCase(Locale.ROOT), IDN.ALLOW_UNASSIGNED)
          .toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** Percent-encoded bytes, a run of {@code %XX}, as text. */
  private static String unescaped(String run) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i + 2 < run.length(); i += 3) {
      bytes.write(HexFormat.fromHexDigits(run, i + 1, i + 3));
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** The address in its shortest form (RFC 5952), or null where it is none. */
  static @Nullable String ipv6(String text) {
    int gap = text.indexOf("::");
    if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
      return null;
    }
    List<Integer> before = pieces(gap < 0 ? text : text.substring(0, gap), gap < 0);
    List<Integer> after = gap < 0 ? List.of() : pieces(text.substring(gap + 2), true);
    if (before == null || after == null) {
      return null;
    }
    int missing = PIECES - before.size() - after.size();
    if (gap < 0 ? missing != 0 : missing < 1) {
      return null;
    }
    List<Integer> all = new ArrayList<>(before);
    for (int i = 0; i < missing; i++) {
      all.add(0);
    }
    all.addAll(after);
    return shortest(all);
  }

  private static @Nullable List<Integer> pieces(String text, boolean mayEndInIpv4) {
    List<Integer> pieces = new ArrayList<>();
    if (text.isEmpty()) {
      return pieces;
    }
    String[] parts = text.split(":", -1);
    for (int i = 0; i < parts.length; i++) {
      if (mayEndInIpv4 && i == parts.length - 1 && parts[i].contains(".")) {
        String[] bytes = parts[i].split("\\.", -1);
        if (bytes.length != 4) {
          return null;
        }
        int[] numbers = new int[4];
        for (int k = 0; k < 4; k++) {
          if (!bytes[k].matches("0|[1-9][0-9]{0,2}") || Integer.parseInt(bytes[k]) > 255) {
            return null;
          }
          numbers[k] = Integer.parseInt(bytes[k]);
        }
        pieces.add(numbers[0] << 8 | numbers[1]);
        pieces.add(numbers[2] << 8 | numbers[3]);
      } else if (parts[i].matches("[0-9A-Fa-f]{1,4}")) {
        pieces.add(HexFormat.fromHexDigits(parts[i]));
      } else {
        return null;
      }
    }
    return pieces;
  }

  private static String shortest(List<Integer> pieces) {
    int start = -1;
    int length = 1;
    for (int i = 0; i < PIECES; i++) {
      int end = i;
      while (end < PIECES && pieces.get(end) == 0) {
        end++;
      }
      if (end - i > length) {
        start = i;
        length = end - i;
      }
    }
    if (start < 0) {
      return joined(pieces);
    }
    return joined(pieces.subList(0, start)) + "::" + joined(pieces.subList(start + length, PIECES));
  }

  private static String joined(List<Integer> pieces) {
    return pieces.stream().map(Integer::toHexString).collect(Collectors.joining(":"));
  }
}
