package io.concertmaster.nodes.http;

import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.data.NumberText;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * Sends calls, and follows redirects by itself: the JDK's client would take headers along to other
 * servers, and would not ask {@link Lines}. The time limit covers the answer to its last byte,
 * which the client's own does not.
 */
final class Sender implements AutoCloseable {
  private final NodeContext context;
  private final Lines lines;
  private final Tokens tokens = new Tokens();

  Sender(NodeContext context) throws NodeException {
    this.context = context;
    this.lines = new Lines(context);
  }

  /**
   * Refuses a call to where the credential that it carries may not be taken, judged by the address
   * and the ways that it takes: a setting may be an expression, which has another value next time.
   */
  void demandAllowed(Call call, Parameters settings) throws NodeException {
    if (settings.text("authentication").equals("credential")) {
      HttpCredentials.demandHost(
          context.requiredCredential(HttpCredentials.SLOT.name()), call.uri(), lines);
    }
  }

  /** The call with the token that the settings want, where they want one. */
  Call signedIn(Call call, Parameters settings, Secrets secrets)
      throws NodeException, InterruptedException {
    Parameters signIn = SignIn.settings(context, settings);
    return signIn.text("authentication").equals("oauth2")
        ? call.with("Authorization", "Bearer " + tokens.of(signIn, secrets, this::send))
        : call;
  }

  /** Sends a call and reads the answer, which must be closed. */
  Answer send(Call call) throws NodeException, InterruptedException {
    long deadline = System.nanoTime() + call.timeout().toNanos();
    Call current = call;
    for (int redirects = 0; ; redirects++) {
      context.checkInterrupted();
      Answer answer = exchangeSigned(current, lines.to(current.uri()), deadline);
      String location = answer.header("location");
      boolean elsewhere = isRedirect(answer.status()) && !location.isEmpty();
      if (!elsewhere || call.redirects() < 0) {
        return answer;
      }
      answer.close();
      if (redirects == call.redirects()) {
        throw new NodeException(
                line(call) + " was sent on more than " + call.redirects() + " times: check the URL")
            .telling(ToldError.tooManyRedirects());
      }
      current = current.redirected(answer.status(), target(current, location));
    }
  }

  /** Asks again where the server wants a digest. */
  private Answer exchangeSigned(Call call, Line line, long deadline)
      throws NodeException, InterruptedException {
    Answer answer = exchange(call, line, deadline);
    if (answer.status() != 401 || call.digest().isEmpty()) {
      return answer;
    }
    Map<String, String> challenge =
        Digest.challenge(answer.headers().allValues("www-authenticate"));
    if (challenge.isEmpty()) {
      return answer;
    }
    answer.close();
    String header = call.digest().get().answer(challenge, call.method(), call.uri());
    return exchange(call.with("Authorization", header), line, deadline);
  }

  private static boolean isRedirect(int status) {
    return switch (status) {
      case 301, 302, 303, 307, 308 -> true;
      default -> false;
    };
  }

  private static URI target(Call from, String location) throws NodeException {
    URI target;
    try {
      target = from.uri().resolve(location);
    } catch (IllegalArgumentException e) {
      throw new NodeException(line(from) + " was sent on to an address that is none", e);
    }
    String scheme = target.getScheme() == null ? "" : target.getScheme().toLowerCase(Locale.ROOT);
    boolean web = scheme.equals("https") || scheme.equals("http");
    if (!web || target.getHost() == null) {
      throw new NodeException(line(from) + " was sent on to something that is no web address");
    }
    if (scheme.equals("http") && from.uri().getScheme().equalsIgnoreCase("https")) {
      throw new NodeException(
          line(from)
              + " was sent on from https to http, where everyone on the way can read along: it is"
              + " not followed");
    }
    return target;
  }

  private Answer exchange(Call call, Line line, long deadline)
      throws NodeException, InterruptedException {
    CompletableFuture<HttpResponse<Path>> future =
        line.client().sendAsync(request(call, line), head -> new AnswerFile(call.largest()));
    try {
      HttpResponse<Path> response =
          future.get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
      return new Answer(
          response.statusCode(), response.headers(), call.uri(), response.body(), call.largest());
    } catch (TimeoutException e) {
      throw new NodeException(
              line(call)
                  + " did not answer within "
                  + NumberText.of(call.timeout().toMillis() / 1000.0)
                  + " s: try again, or raise “Timeout in seconds”")
          .telling(ToldError.tooSlow(call.timeout()));
    } catch (ExecutionException e) {
      throw explain(call, e.getCause() == null ? e : e.getCause());
    } finally {
      // Nothing happens where it is complete; else the connection is closed and the file goes.
      future.cancel(true);
    }
  }

  private static HttpRequest request(Call call, Line line) throws NodeException {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(line.uri()).method(call.method(), call.body());
    if (call.uri().getScheme().equalsIgnoreCase("http")) {
      // No “Upgrade: h2c”, which older servers and proxies stumble over.
      builder.version(HttpClient.Version.HTTP_1_1);
    }
    if (line.host().isPresent()) {
      Lines.mayNameHosts();
      builder.header("Host", line.host().get());
    }
    for (Map.Entry<String, String> header : call.headers()) {
      try {
        if (header.getKey().equalsIgnoreCase("host")) {
          throw new IllegalArgumentException("it is the address that says whom a request is for");
        }
        builder.header(header.getKey(), header.getValue());
      } catch (IllegalArgumentException e) {
        throw new NodeException(
                "The header “"
                    + header.getKey()
                    + "” cannot be sent: its name or value is not allowed")
            .atProperty("headers");
      }
    }
    return builder.build();
  }

  private static NodeException explain(Call call, Throwable cause) {
    String host = call.uri().getHost();
    String why =
        switch (cause) {
          case TooLargeException e ->
              "answered more than "
                  + (call.largest() >> 20)
                  + " MB: raise “Largest answer in MB” if that is right";
          case ConnectException e -> "failed: " + host + " takes no connection; is it running?";
          case SSLException e -> "failed: no secure connection to " + host + " (" + first(e) + ")";
          case IOException e -> "failed: " + first(e);
          default -> "failed: " + first(cause);
        };
    String message = line(call) + " " + why;
    return new NodeException(message, cause)
        .telling(ToldError.unanswered(call.uri(), cause, message));
  }

  private static String first(Throwable cause) {
    String message = cause.getMessage();
    return message == null
        ? cause.getClass().getSimpleName()
        : message.lines().findFirst().orElse(message);
  }

  private static String line(Call call) {
    return call.method() + " " + call.shownUri();
  }

  @Override
  public void close() {
    lines.close();
  }
}
