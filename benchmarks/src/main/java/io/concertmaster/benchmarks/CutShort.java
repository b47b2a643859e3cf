package io.concertmaster.benchmarks;

import com.sun.net.httpserver.HttpServer;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;

/**
 * W6: ten items, each: append “begin”, a slow call, append “end”; the process is killed in the
 * middle and started again. Prints what the log holds: how many begins and ends, how many of them
 * twice, and how many calls the server saw.
 */
public final class CutShort {
  private static final int ITEMS = 10;
  private static final int SLOW_MILLIS = 300;

  private final Path work;
  private final Path log;

  private CutShort(Path work) {
    this.work = work;
    this.log = work.resolve("log.txt");
  }

  /**
   * Runs, kills, resumes, counts.
   *
   * @param args the workflow's file
   */
  public static void main(String[] args) throws Exception {
    try (TemporaryFolder folder = TemporaryFolder.make()) {
      new CutShort(folder.path()).measure(Path.of(args[0]));
    }
  }

  private void measure(Path workflow) throws IOException, InterruptedException {
    List<String> calls = new ArrayList<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          synchronized (calls) {
            calls.add(exchange.getRequestURI().getPath());
          }
          try {
            Thread.sleep(SLOW_MILLIS);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          byte[] body = "{\"ok\": true}".getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    try {
      Path input = work.resolve("items.json");
      Files.writeString(input, Json.write(items(server.getAddress().getPort())));
      Process first = command("run", workflow.toString(), "--input", input.toString());
      while (ends() < ITEMS / 2 && first.isAlive()) {
        Thread.sleep(20);
      }
      Thread.sleep(SLOW_MILLIS / 2); // in the middle of a call
      first.destroyForcibly().waitFor();
      int status = command("runs", "resume", "1").waitFor();
      report(status, calls);
    } finally {
      server.stop(0);
    }
  }

  private JsonArray items(int port) {
    List<Object> items = new ArrayList<>();
    for (long i = 0; i < ITEMS; i++) {
      items.add(
          JsonObject.of("n", i, "log", log.toString())
              .with("address", "http://127.0.0.1:" + port + "/" + i));
    }
    return JsonArray.copyOf(items);
  }

  private Process command(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "io.concertmaster.cli.ConcertMaster"));
    command.addAll(List.of(arguments));
    command.addAll(List.of("--home", work.resolve("home").toString()));
    return new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private List<String> lines() throws IOException {
    return Files.exists(log) ? Files.readAllLines(log) : List.of();
  }

  private long ends() throws IOException {
    return lines().stream().filter(each -> each.startsWith("end ")).count();
  }

  private void report(int status, List<String> calls) throws IOException {
    List<String> lines = lines();
    Rows rows = new Rows("w6", ITEMS);
    rows.row("resumed_exit", status);
    rows.row("begins", lines.stream().filter(each -> each.startsWith("begin ")).count());
    rows.row("ends", ends());
    rows.row("lines_twice", lines.size() - lines.stream().distinct().count());
    synchronized (calls) {
      rows.row("calls", calls.size());
    }
  }
}
