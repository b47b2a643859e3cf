package io.concertmaster.benchmarks;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/** A server on this machine that answers every call at once with a small JSON object. */
final class Loopback {
  private static final byte[] ANSWER = "{\"ok\": true}".getBytes(StandardCharsets.UTF_8);

  private Loopback() {}

  /** Starts it; it ends with the process. Gives its port. */
  static int start() throws IOException, InterruptedException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newFixedThreadPool(2, Thread.ofPlatform().daemon().factory()));
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, ANSWER.length);
          exchange.getResponseBody().write(ANSWER);
          exchange.close();
        });
    // The server's own thread is a daemon as the one is that starts it; else the process never
    // ends.
    Thread.ofPlatform().daemon().start(server::start).join();
    return server.getAddress().getPort();
  }
}
