package io.concertmaster.server.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the query of a request strictly: each name once, and only names that the route takes. */
final class QueryText {
  private static final int LONGEST = 8_000;

  private QueryText() {}

  static Map<String, String> parse(@Nullable String raw, Set<String> taken) throws HttpProblem {
    if (raw == null || raw.isEmpty()) {
      return Map.of();
    }
    if (raw.length() > LONGEST) {
      throw HttpProblem.badRequest("the query is longer than " + LONGEST + " characters");
    }
    Map<String, String> query = new LinkedHashMap<>();
    for (String part : raw.split("&", -1)) {
      int equals = part.indexOf('=');
      String name = decode(equals < 0 ? part : part.substring(0, equals));
      String value = equals < 0 ? "" : decode(part.substring(equals + 1));
      if (!taken.contains(name)) {
        throw HttpProblem.badRequest(
            "the query has a part that is not known here: see the document of the API");
      }
      if (query.put(name, value) != null) {
        throw HttpProblem.badRequest("the query says “" + name + "” twice");
      }
    }
    return query;
  }

  private static String decode(String text) throws HttpProblem {
    ByteBuffer bytes = ByteBuffer.allocate(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%') {
        int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
        int low = i + 2 < text.length() ? Character.digit(text.charAt(i + 2), 16) : -1;
        if (high < 0 || low < 0) {
          throw garbled();
        }
        bytes.put((byte) (high << 4 | low));
        i += 2;
      } else if (c > ' ' && c < 0x7F) {
        bytes.put((byte) (c == '+' ? ' ' : c));
      } else {
        throw garbled();
      }
    }
    try {
      String decoded = StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
      if (decoded.chars().anyMatch(Character::isISOControl)) {
        throw garbled();
      }
      return decoded;
    } catch (CharacterCodingException e) {
      throw garbled();
    }
  }

  private static HttpProblem garbled() {
    return HttpProblem.badRequest("the query is not encoded as it must be: UTF-8, %XX");
  }
}
