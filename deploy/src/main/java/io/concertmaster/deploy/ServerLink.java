package io.concertmaster.deploy;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * Speaks HTTP with one server, whatever its API: no redirects, since a token goes where it was
 * meant for, and with bounds on time and size. It may be used by several threads.
 */
public final class ServerLink implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofSeconds(60);

  /** More is not read of an answer. */
  static final int LONGEST = 64 << 20;

  private final URI server;
  private final HttpClient client;

  /** What a server answered. */
  public static final class Answer {
    private final int status;
    private final byte[] body;

    private Answer(int status, byte[] body) {
      this.status = status;
      this.body = body;
    }

    /** The status of HTTP. */
    public int status() {
      return status;
    }

    /** The body, of which at most 64 MiB are read. */
    public byte[] body() {
      return body;
    }
  }

  /**
   * With a server.
   *
   * @param server its address, such as {@code https://flows.example.org}, also with a path
   * @param trust which certificates are trusted; those that Java trusts where empty
   * @param version the newest of HTTP that is offered
   * @throws IllegalArgumentException when the address is no http or https address
   */
  public ServerLink(URI server, Optional<SSLContext> trust, HttpClient.Version version) {
    boolean http = "http".equals(server.getScheme()) || "https".equals(server.getScheme());
    if (!http || server.getHost() == null || server.getQuery() != null) {
      throw new IllegalArgumentException("“" + server + "” is no address of a server");
    }
    this.server = server;
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(version)
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER);
    trust.ifPresent(builder::sslContext);
    this.client = builder.build();
  }

  /** The address as it was given. */
  public URI server() {
    return server;
  }

  /** The address without a slash at its end. */
  public URI base() {
    return URI.create(server.toString().replaceFirst("/+$", ""));
  }

  /** Whether what is sent can be read on the way: neither TLS nor this machine. */
  public boolean isInTheClear() {
    return !"https".equals(server.getScheme()) && !isLocal(server);
  }

  /** Whether a server is this machine. */
  public static boolean isLocal(URI server) {
    return List.of("localhost", "127.0.0.1", "[::1]").contains(String.valueOf(server.getHost()));
  }

  /** A request for JSON. */
  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base() + path))
        .timeout(ANSWER)
        .header("Accept", "application/json");
  }

  /** Sends, and reads the answer whole. */
  public Answer send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<InputStream> response = open(request);
    try (InputStream in = response.body()) {
      return new Answer(response.statusCode(), in.readNBytes(LONGEST));
    }
  }

  /** Sends, and leaves the body of the answer to the caller. */
  public HttpResponse<InputStream> open(HttpRequest request)
      throws IOException, InterruptedException {
    return client.send(request, BodyHandlers.ofInputStream());
  }

  /** Why a server could not be reached, in words. */
  public static String reason(Throwable e) {
    if (e instanceof HttpConnectTimeoutException) {
      return "no answer within " + CONNECT.toSeconds() + " s";
    }
    if (e.getCause() instanceof UnresolvedAddressException) {
      return "its name is not known";
    }
    String message = e.getMessage();
    if (e instanceof ConnectException && message == null) {
      return "nobody listens there";
    }
    return message == null ? e.getClass().getSimpleName() : message;
  }

  /** Ends what is under way, streams too, and waits for nothing. */
  @Override
  public void close() {
    client.shutdownNow();
  }
}
