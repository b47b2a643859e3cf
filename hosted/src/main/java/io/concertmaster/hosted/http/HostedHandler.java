package io.concertmaster.hosted.http;

import io.concertmaster.engine.EngineException;
import io.concertmaster.hosted.desk.DeskAnswer;
import io.concertmaster.hosted.desk.FormDesk;
import io.concertmaster.hosted.desk.Visit;
import io.concertmaster.hosted.file.HandedFile;
import io.concertmaster.hosted.hook.HookAnswer;
import io.concertmaster.hosted.hook.HookBody;
import io.concertmaster.hosted.hook.HookBody.NotTakenException;
import io.concertmaster.hosted.hook.HookCall;
import io.concertmaster.hosted.hook.HookParts;
import io.concertmaster.hosted.hook.Hooks;
import io.concertmaster.hosted.upload.SentFile;
import io.concertmaster.hosted.upload.Uploads;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;

/**
 * Serves what everybody may reach: webhooks at {@code /hooks/…} and {@code /resume/…}, forms at
 * {@code /forms/…}, pages and tasks of runs at {@code /ask/…}. Other paths are left to whoever
 * comes next.
 */
public final class HostedHandler extends Handler.Abstract {
  private static final System.Logger LOG = System.getLogger(HostedHandler.class.getName());
  private static final int MOST = 16 << 20;

  /** Of two of these, one reader would believe the first and another one the second. */
  private static final List<String> ONCE = List.of("Content-Type", "Idempotency-Key");

  private static final Set<String> OURS = Set.of("hooks", "resume", "forms", "ask", "assets");

  private final String prefix;
  private final Hooks hooks;
  private final FormDesk desk;
  private final Duration patience;

  /** What is served. */
  public HostedHandler(Hooks hooks, FormDesk desk) {
    this("", hooks, desk, Body.TIME);
  }

  /**
   * What is served behind a prefix.
   *
   * @param prefix such as {@code /p/sales}
   */
  public HostedHandler(String prefix, Hooks hooks, FormDesk desk) {
    this(prefix, hooks, desk, Body.TIME);
  }

  /**
   * What is served behind a prefix, to those who send their bodies in time.
   *
   * @param patience a body must be there after this, and a second more for each 64 KB of it
   */
  public HostedHandler(String prefix, Hooks hooks, FormDesk desk, Duration patience) {
    this.patience = patience;
    this.prefix = prefix;
    this.hooks = hooks;
    this.desk = desk;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    String whole = Optional.ofNullable(request.getHttpURI().getPath()).orElse("");
    String raw = whole.startsWith(prefix) ? whole.substring(prefix.length()) : "";
    if (!OURS.contains(first(raw))) {
      return false;
    }
    HookAnswer answer;
    Body.within(patience, request);
    try {
      answer = served(request, raw);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      answer = refused(request, raw, 503, "the server stops");
    } catch (NotTakenException e) {
      answer = refused(request, raw, e.status(), String.valueOf(e.getMessage()));
      if (!e.allowed().isEmpty()) {
        answer = answer.with("Allow", e.allowed());
      }
    } catch (EngineException | RuntimeException e) {
      String number = UUID.randomUUID().toString().substring(0, 8);
      LOG.log(System.Logger.Level.ERROR, "error " + number + " at " + raw, e);
      answer =
          refused(
              request, raw, 500, "an error inside the server; its log tells more under " + number);
    }
    UnreadBody.leave(request, response);
    Body.letGo(request);
    send(answer, response, callback, request.getMethod().equals("HEAD"));
    return true;
  }

  /** Who asks for a page of a form gets a page, others a problem document. */
  private static HookAnswer refused(Request request, String raw, int status, String detail) {
    boolean person =
        Set.of("forms", "ask").contains(first(raw))
            && request.getHeaders().getCSV(HttpHeader.ACCEPT, false).stream()
                .anyMatch(each -> each.startsWith("text/html"));
    return person
        ? Pages.guarded(FormDesk.refused(status, Pages.unread(request)))
        : HookAnswer.problem(status, detail);
  }

  /** Answers a request for a page from an address from which too many come. */
  public static void crowded(int seconds, Request request, Response response, Callback callback) {
    HookAnswer answer = Pages.guarded(FormDesk.crowded(seconds, Pages.unread(request)));
    UnreadBody.leave(request, response);
    send(answer, response, callback, request.getMethod().equals("HEAD"));
  }

  /** What stands between the first two slashes; nothing where there is no second. */
  private static String first(String raw) {
    int end = raw.indexOf('/', 1);
    return raw.startsWith("/") && end > 0 ? raw.substring(1, end) : "";
  }

  private HookAnswer served(Request request, String raw)
      throws NotTakenException, InterruptedException, EngineException {
    Optional<List<String>> path = PlainPath.segments(raw);
    if (path.isEmpty()) {
      return HookAnswer.problem(400, "the path is not in its plain form");
    }
    List<String> own = path.get().subList(1, path.get().size());
    return switch (path.get().getFirst()) {
      case "hooks" ->
          hooks.listens(own)
              ? hooks.answer(call(request, own), body(request)).apart()
              : HookAnswer.problem(404, "nothing listens here");
      case "resume" ->
          hooks.resume(String.join("/", own), call(request, own), body(request)).apart();
      case "assets" ->
          FormDesk.asset(String.join("/", own))
              .map(HostedHandler::plain)
              .orElseGet(() -> HookAnswer.problem(404, "there is no such file"));
      case "ask" -> asked(request, own);
      default -> Pages.guarded(desk(request, path.get().getFirst(), String.join("/", own)));
    };
  }

  /** What a run asks, a file that its task shows, or one with which it answers its form. */
  private HookAnswer asked(Request request, List<String> own)
      throws NotTakenException, InterruptedException, EngineException {
    boolean ofTask = own.size() == 3 && own.get(1).equals("files");
    boolean ofForm = own.size() == 3 && own.getFirst().equals("after") && own.get(2).equals("file");
    if (!ofTask && !ofForm) {
      return Pages.guarded(desk(request, "ask", String.join("/", own)));
    }
    if (!Set.of("GET", "HEAD").contains(request.getMethod())) {
      throw NotTakenException.method("GET, HEAD", "files are read with GET");
    }
    Optional<HandedFile> file =
        ofTask ? desk.file(own.getFirst(), own.get(2)) : desk.fileAfter(own.get(1));
    return file.map(HookAnswer::kept)
        .orElseGet(() -> Pages.guarded(FormDesk.absent(Pages.unread(request))));
  }

  private DeskAnswer desk(Request request, String kind, String rest)
      throws NotTakenException, InterruptedException, EngineException {
    boolean takes = desk.listens(kind, rest);
    Visit visit;
    try {
      visit = Pages.visit(request, takes ? Optional.of(desk::arrive) : Optional.empty());
    } catch (Uploads.TooManyException e) {
      return FormDesk.crowded(e, Pages.unread(request));
    } catch (NotTakenException e) {
      if (e.status() == 413) {
        return FormDesk.tooLarge(Pages.unread(request));
      }
      throw e;
    }
    try {
      return page(kind, rest, visit);
    } finally {
      Multipart.drop(visit.files());
    }
  }

  private DeskAnswer page(String kind, String rest, Visit visit)
      throws InterruptedException, EngineException {
    if (kind.equals("forms")) {
      return desk.form(rest, visit);
    }
    if (rest.equals("thanks")) {
      return desk.thanks(visit);
    }
    return rest.startsWith("after/") ? desk.after(rest.substring(6), visit) : desk.ask(rest, visit);
  }

  private static HookAnswer plain(DeskAnswer answer) {
    return new HookAnswer(answer.status(), answer.headers(), answer.body());
  }

  private static HookCall call(Request request, List<String> path) throws NotTakenException {
    for (String name : ONCE) {
      if (request.getHeaders().getValuesList(name).size() > 1) {
        throw new NotTakenException(400, "the header " + name + " stands there twice");
      }
    }
    return new HookCall(
        request.getMethod(), path, headers(request), query(request), address(request));
  }

  private HookBody body(Request request) {
    return new HookBody() {
      @Override
      public byte[] bytes() throws NotTakenException {
        return Body.read(request, MOST);
      }

      @Override
      public Optional<HookParts> parts(byte[] bytes) throws NotTakenException {
        String type = Optional.ofNullable(request.getHeaders().get("Content-Type")).orElse("");
        return type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")
            ? Optional.of(HostedHandler.this.parts(type, bytes))
            : Optional.empty();
      }
    };
  }

  private HookParts parts(String type, byte[] body) throws NotTakenException {
    Multipart read =
        Multipart.read(type, Content.Source.from(ByteBuffer.wrap(body)), MOST, desk.arrivals());
    try {
      List<HookParts.Part> files = new ArrayList<>();
      for (SentFile each : read.files()) {
        files.add(
            new HookParts.Part(
                each.field(), each.name(), each.type(), Files.readAllBytes(each.bytes())));
      }
      return new HookParts(read.fields(), files);
    } catch (IOException e) {
      throw new NotTakenException(503, "the files cannot be kept now: send them again later");
    } finally {
      Multipart.drop(read.files());
    }
  }

  private static Map<String, String> headers(Request request) {
    Map<String, String> headers = new HashMap<>();
    for (HttpField field : request.getHeaders()) {
      String value = field.getValue();
      headers.merge(
          field.getName().toLowerCase(Locale.ROOT),
          value == null ? "" : value,
          (one, other) -> one + ", " + other);
    }
    return headers;
  }

  private static JsonObject query(Request request) throws NotTakenException {
    if (request.getHttpURI().getQuery() == null) {
      return JsonObject.empty();
    }
    JsonObject.Builder query = JsonObject.builder();
    try {
      for (Fields.Field field : Request.extractQueryParameters(request)) {
        query.put(
            field.getName(),
            field.hasMultipleValues()
                ? JsonArray.copyOf(field.getValues())
                : String.valueOf(field.getValue()));
      }
    } catch (RuntimeException e) {
      throw new NotTakenException(400, "the query is not encoded as it must be");
    }
    return query.build();
  }

  private static String address(Request request) {
    return request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress at
        ? at.getAddress().getHostAddress()
        : "";
  }

  private static void send(
      HookAnswer answer, Response response, Callback callback, boolean withoutBody) {
    response.setStatus(answer.status());
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
    response.getHeaders().put("Cache-Control", "no-store");
    answer.headers().forEach((name, value) -> response.getHeaders().put(name, value));
    if (answer.file().isPresent()) {
      streamed(answer.file().get(), response, callback, withoutBody);
      return;
    }
    byte[] body = withoutBody ? new byte[0] : answer.body();
    response.write(true, ByteBuffer.wrap(body), callback);
  }

  /** Sends a file part by part, whatever its size. */
  private static void streamed(
      InputStream file, Response response, Callback callback, boolean withoutBody) {
    try (file) {
      if (!withoutBody) {
        OutputStream out = Content.Sink.asOutputStream(response);
        file.transferTo(out);
        out.close();
      }
      callback.succeeded();
    } catch (IOException | RuntimeException e) {
      callback.failed(e);
    }
  }
}
