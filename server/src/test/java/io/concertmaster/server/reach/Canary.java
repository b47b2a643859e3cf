package io.concertmaster.server.reach;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server that counts who came, and sends callers of {@code /to?…} where their query says. */
final class Canary implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<String> visits = new CopyOnWriteArrayList<>();

  /** Listens on all addresses of this machine, or on one. */
  Canary(InetSocketAddress address) throws IOException {
    server = HttpServer.create(address, 0);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            String query = exchange.getRequestURI().getRawQuery();
            visits.add(
                exchange.getRequestHeaders().getFirst("Host") + exchange.getRequestURI().getPath());
            if (exchange.getRequestURI().getPath().equals("/to") && query != null) {
              exchange
                  .getResponseHeaders()
                  .set("Location", URLDecoder.decode(query, StandardCharsets.ISO_8859_1));
              exchange.sendResponseHeaders(302, -1);
            } else {
              byte[] body =
                  (exchange.getRequestURI().getPath().equals("/page")
                          ? "{\"next\": \"" + decoded(query) + "\"}"
                          : "{\"reached\": true}")
                      .getBytes(StandardCharsets.UTF_8);
              exchange.getResponseHeaders().set("Content-Type", "application/json");
              exchange.sendResponseHeaders(200, body.length);
              exchange.getResponseBody().write(body);
            }
          }
        });
    server.start();
  }

  static Canary everywhere() throws IOException {
    return new Canary(new InetSocketAddress(0));
  }

  static Canary at(String literal, int port) throws IOException {
    return new Canary(new InetSocketAddress(InetAddress.ofLiteral(literal), port));
  }

  private static String decoded(String query) {
    return query == null ? "" : URLDecoder.decode(query, StandardCharsets.UTF_8);
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** Who came: the header Host, and the path. */
  List<String> visits() {
    return visits;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
