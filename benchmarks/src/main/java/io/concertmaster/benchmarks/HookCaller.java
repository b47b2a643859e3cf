package io.concertmaster.benchmarks;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Calls a webhook from several connections at once, one call after the other on each, in a process
 * of its own: its work is none of the server's. Prints {@code calls seconds p50_ms p99_ms errors}.
 */
public final class HookCaller {
  private final String host;
  private final int port;
  private final byte[] request;
  private final long end;
  private final long[] nanos = new long[1_000_000];
  private int calls;
  private int errors;

  private HookCaller(String host, int port, byte[] request, long end) {
    this.host = host;
    this.port = port;
    this.request = request;
    this.end = end;
  }

  /**
   * Calls.
   *
   * @param args host, port, path, connections, seconds
   */
  public static void main(String[] args) throws InterruptedException {
    String body = "{\"amount\": 50}";
    String text =
        "POST "
            + args[2]
            + " HTTP/1.1\r\nHost: "
            + args[0]
            + "\r\nContent-Type: application/json\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body;
    long begin = System.nanoTime();
    long end = begin + Long.parseLong(args[4]) * 1_000_000_000L;
    List<HookCaller> callers = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < Integer.parseInt(args[3]); i++) {
      HookCaller caller =
          new HookCaller(
              args[0], Integer.parseInt(args[1]), text.getBytes(StandardCharsets.US_ASCII), end);
      callers.add(caller);
      threads.add(Thread.ofPlatform().start(caller::run));
    }
    for (Thread each : threads) {
      each.join();
    }
    report(callers, (System.nanoTime() - begin) / 1e9);
  }

  private static void report(List<HookCaller> callers, double seconds) {
    int calls = callers.stream().mapToInt(each -> each.calls).sum();
    long[] all = new long[calls];
    int at = 0;
    for (HookCaller each : callers) {
      System.arraycopy(each.nanos, 0, all, at, each.calls);
      at += each.calls;
    }
    Arrays.sort(all);
    System.out.printf(
        Locale.ROOT,
        "%d %.3f %.3f %.3f %d%n",
        calls,
        seconds,
        calls == 0 ? 0 : all[calls / 2] / 1e6,
        calls == 0 ? 0 : all[(int) (calls * 0.99)] / 1e6,
        callers.stream().mapToInt(each -> each.errors).sum());
  }

  private void run() {
    while (System.nanoTime() < end) {
      try (Socket socket = new Socket(host, port)) {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(30_000);
        talk(socket);
      } catch (IOException e) {
        errors++;
      }
    }
  }

  private void talk(Socket socket) throws IOException {
    OutputStream out = new BufferedOutputStream(socket.getOutputStream());
    InputStream in = new BufferedInputStream(socket.getInputStream());
    while (System.nanoTime() < end && calls < nanos.length) {
      long begin = System.nanoTime();
      out.write(request);
      out.flush();
      if (answer(in) != 200) {
        errors++;
      }
      nanos[calls++] = System.nanoTime() - begin;
    }
  }

  /** Reads one answer to its end and gives its status. */
  private static int answer(InputStream in) throws IOException {
    String line = line(in);
    int status = Integer.parseInt(line.split(" ", 3)[1]);
    int length = 0;
    for (line = line(in); !line.isEmpty(); line = line(in)) {
      if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(line.substring(15).strip());
      }
    }
    in.skipNBytes(length);
    return status;
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException();
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
