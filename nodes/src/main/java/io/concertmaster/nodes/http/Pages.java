package io.concertmaster.nodes.http;

import io.concertmaster.node.NodeException;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonException;
import io.concertmaster.node.data.JsonLimits;
import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The pages of one item: which request is next, and whether there is one. Expressions see {@code
 * $pageCount}, how many pages have come; {@code $response}, the newest: {@code statusCode}, {@code
 * headers} and {@code body}; and {@code $request}, what asked for it.
 */
final class Pages {
  private final Parameters settings;
  private final boolean single;
  private long count;
  private JsonObject names = JsonObject.of("$pageCount", 0, "$request", JsonObject.empty());
  private String nextUrl = "";
  private Optional<URI> first = Optional.empty();
  private final Set<UUID> seen = new HashSet<>();
  private boolean more = true;

  Pages(Parameters settings) throws NodeException {
    this.settings = settings;
    this.single = settings.text("pages").equals("one");
    this.names = names.with("$response", JsonObject.empty());
  }

  /** Whether another page is to be asked for. */
  boolean more() {
    return more;
  }

  /** Whether it is not the first page. */
  boolean another() {
    return count > 0;
  }

  /** The key of the next page's request: each page is a request of its own. */
  String key(String item) {
    return single ? item : item + "/" + count;
  }

  /** The settings of the next page. */
  Parameters next() throws NodeException {
    return single ? settings : PagedSettings.of(settings.seeing(names), nextUrl);
  }

  /** Whether a status that is an error elsewhere only ends the pages. */
  boolean endsWith(Answer answer) throws NodeException {
    return !single && settings.text("pagesEnd").equals("status") && isEndStatus(answer.status());
  }

  /**
   * The call of a page for which an answer told another origin than that of the first page, as it
   * may go out: as little goes there as after a redirect, so that an answer cannot fetch secrets.
   *
   * @return empty where the page is at home
   */
  Optional<Call> abroad(Call call) throws NodeException {
    if (nextUrl.isEmpty() || first.isEmpty()) {
      return Optional.empty();
    }
    URI told = Addresses.parse(nextUrl, List.of());
    return Call.sameOrigin(first.get(), told) ? Optional.empty() : Optional.of(call.abroad(told));
  }

  /** Takes an answer in, and finds out whether there is another page. */
  void took(Call call, Answer answer) throws NodeException {
    count++;
    if (single) {
      more = false;
      return;
    }
    Object body = body(answer);
    names =
        JsonObject.builder()
            .put("$pageCount", count)
            .put("$request", request(call))
            .put("$response", Answers.about(answer).with("body", body))
            .build();
    if (first.isEmpty()) {
      first = Optional.of(call.uri());
      seen.add(mark(call.uri().toString()));
    }
    Parameters seeing = settings.seeing(names);
    long most = settings.wholeNumber("mostPages");
    if ((most > 0 && count >= most) || ended(seeing, answer, body)) {
      more = false;
    } else if (settings.text("pages").equals("nextUrl")) {
      String next = seeing.text("nextUrl").strip();
      String full = next.isEmpty() ? "" : resolved(answer.uri(), next);
      more = !full.isEmpty() && !full.equals(nextUrl);
      if (more) {
        demandNew(call, answer, full);
      }
      nextUrl = full;
    }
  }

  /** The pages must not lead in a circle, nor to where everyone on the way can read along. */
  private void demandNew(Call call, Answer answer, String next) throws NodeException {
    if (!seen.add(mark(next))) {
      throw new NodeException(
              "The pages lead in a circle: page "
                  + count
                  + " ("
                  + call.shownUri()
                  + ") tells a next URL that was asked for before. Check “Next URL”")
          .atProperty("nextUrl");
    }
    if (isPlain(next) && !isPlain(answer.uri().toString())) {
      throw new NodeException(
              "Page "
                  + count
                  + " ("
                  + call.shownUri()
                  + ") tells a next URL that leads from https to http, where everyone on the way"
                  + " can read along: it is not followed")
          .atProperty("nextUrl");
    }
  }

  private static boolean isPlain(String url) {
    return url.regionMatches(true, 0, "http:", 0, 5);
  }

  /** Stands for a URL in the list of those that were asked for; pages may be many. */
  private static UUID mark(String url) {
    return UUID.nameUUIDFromBytes(url.getBytes(StandardCharsets.UTF_8));
  }

  /** What asked for a page: its method, its address, and the query by itself as {@code qs}. */
  private static JsonObject request(Call call) {
    JsonObject.Builder query = JsonObject.builder();
    String raw = call.uri().getRawQuery();
    for (String pair : raw == null ? new String[0] : raw.split("&", -1)) {
      int equals = pair.indexOf('=');
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      String name = equals < 0 ? pair : pair.substring(0, equals);
      query.put(
          URLDecoder.decode(name, StandardCharsets.UTF_8),
          URLDecoder.decode(value, StandardCharsets.UTF_8));
    }
    return JsonObject.builder()
        .put("method", call.method())
        .put("url", call.uri().toString())
        .put("qs", query.build())
        .build();
  }

  private static String resolved(URI from, String next) {
    try {
      return from.resolve(next).toString();
    } catch (IllegalArgumentException e) {
      // Characters that no URI has; the address is looked at when it is called.
      return next;
    }
  }

  private boolean ended(Parameters seeing, Answer answer, @Nullable Object body)
      throws NodeException {
    return switch (settings.text("pagesEnd")) {
      case "status" -> isEndStatus(answer.status());
      case "condition" -> seeing.flag("endCondition");
      default ->
          switch (body) {
            case null -> true;
            case JsonArray list -> list.isEmpty();
            case String text -> text.isEmpty();
            default -> false;
          };
    };
  }

  private boolean isEndStatus(int status) throws NodeException {
    return settings.texts("endStatus").stream()
        .anyMatch(each -> each.strip().equals(String.valueOf(status)));
  }

  private static @Nullable Object body(Answer answer) throws NodeException {
    try {
      if (answer.isEmpty()) {
        return null;
      }
      if (Answers.kind(answer).equals("file")) {
        return JsonObject.empty();
      }
      return Json.parse(answer.open(), JsonLimits.DATA);
    } catch (JsonException e) {
      return text(answer);
    } catch (IOException e) {
      throw Answers.unreadable(answer, e);
    }
  }

  private static String text(Answer answer) throws NodeException {
    try {
      return answer.text(Integer.MAX_VALUE - 8);
    } catch (IOException e) {
      throw Answers.unreadable(answer, e);
    }
  }
}
