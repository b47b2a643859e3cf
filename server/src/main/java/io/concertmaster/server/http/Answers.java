package io.concertmaster.server.http;

import io.concertmaster.hosted.file.HandedFile;
import io.concertmaster.hosted.http.Pages;
import io.concertmaster.hosted.http.UnreadBody;
import io.concertmaster.node.data.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Writes the answer to one request. */
final class Answers {
  private static final HttpField[] ALWAYS = {
    new PreEncodedHttpField("X-Content-Type-Options", "nosniff"),
    new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "no-store"),
    new PreEncodedHttpField(
        "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
    new PreEncodedHttpField("Referrer-Policy", "no-referrer"),
    new PreEncodedHttpField("Cross-Origin-Resource-Policy", "same-origin"),
  };

  private static final HttpField JSON =
      new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, "application/json");
  private static final HttpField PROBLEM =
      new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, "application/problem+json");

  private final Request request;
  private final Response response;
  private final Callback callback;

  Answers(Request request, Response response, Callback callback) {
    this.request = request;
    this.response = response;
    this.callback = callback;
  }

  /** The headers of every answer. */
  static void headers(Request request, Response response) {
    for (HttpField field : ALWAYS) {
      response.getHeaders().put(field);
    }
    if (request.isSecure()) {
      response.getHeaders().put("Strict-Transport-Security", "max-age=31536000");
    }
  }

  int give(Answer answer) {
    headers(request, response);
    return switch (answer) {
      case Answer.Json json -> {
        json.headers().forEach((name, value) -> response.getHeaders().put(name, value));
        response.getHeaders().put(JSON);
        yield write(json.status(), Json.write(json.value()));
      }
      case Answer.Text text -> {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, text.mediaType());
        yield write(200, text.text());
      }
      case Answer.Page page -> {
        Pages.guardedInside(page.answer())
            .forEach((name, value) -> response.getHeaders().put(name, value));
        yield write(page.answer().status(), page.answer().body());
      }
      case Answer.Download download -> send(download.file());
      case Answer.Nothing nothing -> {
        response.setStatus(204);
        callback.succeeded();
        yield 204;
      }
      case Answer.Events events -> stream(events);
    };
  }

  int give(HttpProblem problem) {
    if (response.isCommitted()) {
      callback.failed(problem);
      return problem.status();
    }
    headers(request, response);
    response.getHeaders().put(PROBLEM);
    if (problem.retryAfter() > 0) {
      response.getHeaders().put(HttpHeader.RETRY_AFTER, Integer.toString(problem.retryAfter()));
    }
    if (problem.status() == 401) {
      response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, "Bearer");
    }
    if (problem.toJson().get("allow") instanceof String allow) {
      response.getHeaders().put(HttpHeader.ALLOW, allow);
    }
    return write(problem.status(), problem.toJson().toString());
  }

  private int write(int status, String text) {
    return write(status, text.getBytes(StandardCharsets.UTF_8));
  }

  private int write(int status, byte[] bytes) {
    UnreadBody.leave(request, response);
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.length);
    response.write(true, ByteBuffer.wrap(bytes), callback);
    return status;
  }

  /** Sends a file part by part, whatever its size. */
  private int send(HandedFile file) {
    response.setStatus(200);
    file.kept().forEach((name, value) -> response.getHeaders().put(name, value));
    try (InputStream bytes = file.bytes()) {
      if (!request.getMethod().equals("HEAD")) {
        OutputStream out = Content.Sink.asOutputStream(response);
        bytes.transferTo(out);
        out.close();
      }
      callback.succeeded();
    } catch (IOException e) {
      callback.failed(e); // the client is gone, or the file
    }
    return 200;
  }

  private int stream(Answer.Events events) {
    response.setStatus(200);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Route.EVENTS);
    response.getHeaders().put("X-Accel-Buffering", "no"); // proxies must not hold events back
    try (OutputStream out = Content.Sink.asOutputStream(response)) {
      events.source().writeTo(new EventStream(out));
    } catch (IOException e) {
      callback.failed(e); // the client is gone
      return 200;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      callback.failed(e);
      return 200;
    }
    callback.succeeded();
    return 200;
  }
}
