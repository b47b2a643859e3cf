package io.concertmaster.hosted.http;

import io.concertmaster.hosted.desk.DeskAnswer;
import io.concertmaster.hosted.desk.FormDesk;
import io.concertmaster.hosted.desk.Visit;
import io.concertmaster.hosted.hook.FormBody;
import io.concertmaster.hosted.hook.HookAnswer;
import io.concertmaster.hosted.hook.HookBody.NotTakenException;
import io.concertmaster.hosted.page.Posted;
import io.concertmaster.hosted.upload.Arrival;
import io.concertmaster.hosted.upload.Uploads.TooManyException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;

/** Requests for pages, and the headers that keep pages safe. */
public final class Pages {
  /** A page of a form with its answer so far; files are bounded one by one. */
  private static final int MOST = 16 << 20;

  /** Ten files of ten megabytes, and the rest of the page. */
  private static final long MOST_FILES = MOST + (100L << 20);

  private static final int FIELDS = 5_000;

  /**
   * Nothing but our own style and script, no frames, nowhere to send but here. A page that the
   * workflow leads to at its end may be anywhere, and browsers count that as sending. Files that a
   * task shows may be fetched; they come as what is kept, never shown.
   */
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src"
          + " 'self'; form-action 'self' https: http:; frame-ancestors 'none'; base-uri 'none'; sandbox"
          + " allow-downloads allow-forms allow-scripts allow-same-origin";

  private Pages() {}

  /** Takes in requests with files, as {@link FormDesk#arrive} does. */
  @FunctionalInterface
  public interface Arriving {
    Arrival arrive(long declared, long most) throws TooManyException;
  }

  /** The request of a browser whose body is not read. */
  public static Visit unread(Request request) {
    return new Visit(Optional.empty(), List.of(), Map.of(), languages(request));
  }

  private static List<String> languages(Request request) {
    return Request.getLocales(request).stream()
        .map(Locale::toLanguageTag)
        .filter(each -> !each.equals("und"))
        .toList();
  }

  /**
   * The request of a browser.
   *
   * @param arriving takes files in; empty where nobody does, and no body is read
   */
  public static Visit visit(Request request, Optional<Arriving> arriving)
      throws NotTakenException, TooManyException {
    Map<String, List<String>> query =
        request.getHttpURI().getQuery() == null ? Map.of() : map(query(request));
    List<String> languages = languages(request);
    return switch (request.getMethod()) {
      case "GET", "HEAD" -> new Visit(Optional.empty(), List.of(), query, languages);
      case "POST" -> posted(request, query, languages, arriving);
      default ->
          throw NotTakenException.method(
              "GET, HEAD, POST", "pages are read with GET and sent with POST");
    };
  }

  /**
   * The request of a browser that sends a few short fields, and no files.
   *
   * @param most bytes of its body
   */
  public static Visit small(Request request, int most) throws NotTakenException {
    List<String> types = request.getHeaders().getValuesList(HttpHeader.CONTENT_TYPE);
    String type = types.size() == 1 ? types.getFirst() : "";
    String plain = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (!plain.equals("application/x-www-form-urlencoded")) {
      throw new NotTakenException(415, "a page sends its fields as a form does");
    }
    try {
      Posted posted = fields(Body.read(request, most));
      return new Visit(Optional.of(posted), List.of(), Map.of(), languages(request));
    } finally {
      Body.letGo(request);
    }
  }

  /** The request is served: what was kept of its body is let go. */
  public static void served(Request request, Visit visit) {
    Multipart.drop(visit.files());
    Body.letGo(request);
  }

  private static Fields query(Request request) throws NotTakenException {
    try {
      return Request.extractQueryParameters(request);
    } catch (RuntimeException e) {
      throw new NotTakenException(400, "the query is not encoded as it must be");
    }
  }

  private static Map<String, List<String>> map(Fields fields) {
    Map<String, List<String>> map = new LinkedHashMap<>();
    for (Fields.Field field : fields) {
      map.put(field.getName(), field.getValues());
    }
    return map;
  }

  private static Visit posted(
      Request request,
      Map<String, List<String>> query,
      List<String> languages,
      Optional<Arriving> arriving)
      throws NotTakenException, TooManyException {
    List<String> types = request.getHeaders().getValuesList(HttpHeader.CONTENT_TYPE);
    String type = types.size() == 1 ? types.getFirst() : "";
    String plain = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    boolean files = plain.equals("multipart/form-data");
    if (!plain.equals("application/x-www-form-urlencoded") && !files) {
      throw new NotTakenException(415, "a page sends its fields as a form does");
    }
    if (arriving.isEmpty()) {
      return new Visit(Optional.of(new Posted(Map.of())), List.of(), query, languages);
    }
    if (!files) {
      Posted posted = fields(Body.read(request, MOST));
      return new Visit(Optional.of(posted), List.of(), query, languages);
    }
    try (Arrival arrival = arriving.get().arrive(request.getLength(), MOST_FILES)) {
      Multipart parts = parts(request, type, arrival);
      return new Visit(Optional.of(new Posted(parts.fields())), parts.files(), query, languages);
    }
  }

  private static Posted fields(byte[] body) throws NotTakenException {
    Map<String, List<String>> fields = FormBody.fields(body, StandardCharsets.UTF_8);
    if (fields.size() > FIELDS) {
      throw new NotTakenException(413, "a page has at most " + FIELDS + " fields");
    }
    return new Posted(fields);
  }

  /** A body with files goes over the disk: ten of ten megabytes are no matter for the memory. */
  private static Multipart parts(Request request, String type, Arrival arrival)
      throws NotTakenException {
    Path body;
    try {
      body = Files.createTempFile(arrival.folder(), "body", "");
    } catch (IOException e) {
      throw new NotTakenException(503, "the body cannot be kept now: send it again later");
    }
    try {
      Body.read(request, arrival.limit(), body);
      return Multipart.read(type, Content.Source.from(body), arrival.limit(), arrival.folder());
    } finally {
      body.toFile().delete();
    }
  }

  /** A page with the headers that keep it safe. */
  static HookAnswer guarded(DeskAnswer answer) {
    Map<String, String> headers = guards(answer, POLICY);
    headers.put("Referrer-Policy", "no-referrer");
    return new HookAnswer(answer.status(), headers, answer.body());
  }

  /**
   * The headers of a page for somebody who is signed in. Its address holds no secret, and is told
   * to our own pages: without that browsers do not say from where a post comes.
   */
  public static Map<String, String> guardedInside(DeskAnswer answer) {
    Map<String, String> headers = guards(answer, POLICY.replace("'self' https: http:;", "'self';"));
    headers.put("Referrer-Policy", "same-origin");
    return headers;
  }

  private static Map<String, String> guards(DeskAnswer answer, String policy) {
    Map<String, String> headers = new LinkedHashMap<>(answer.headers());
    headers.put("Content-Security-Policy", policy);
    headers.put("X-Frame-Options", "DENY");
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    return headers;
  }
}
