package io.concertmaster.script;

import io.concertmaster.node.data.JsonObject;
import io.concertmaster.script.wire.Frames;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One process with scripts, used by one thread at a time. */
final class HostProcess {
  /** The end of the process's messages. */
  private static final JsonObject END = JsonObject.of("op", "end");

  /** How long a process may take to be up. */
  private static final Duration START = Duration.ofSeconds(60);

  /** What a JVM exits with when memory is used up. */
  private static final int OUT_OF_MEMORY = 3;

  private final Process process;
  private final Frames frames;
  private final BlockingQueue<JsonObject> messages = new ArrayBlockingQueue<>(16);
  private final StringBuilder complaints = new StringBuilder();
  private final Set<String> worlds = new HashSet<>();
  private final HostSettings settings;
  private final CountDownLatch ready = new CountDownLatch(1);
  private volatile boolean gone;

  /** The number of the newest request, which its messages carry both ways. */
  private long number;

  private HostProcess(Process process, HostSettings settings) {
    this.process = process;
    this.settings = settings;
    this.frames = new Frames(process.getInputStream(), process.getOutputStream());
    Thread.ofVirtual().name("scripts-complaints").start(this::complain);
    Thread.ofPlatform().daemon().name("scripts-messages").start(this::listen);
  }

  /** Starts one; it takes requests at once, and does them when it is up. */
  static HostProcess start(ProcessBuilder command, HostSettings settings) throws IOException {
    return new HostProcess(command.start(), settings);
  }

  private void listen() {
    try {
      Optional<JsonObject> next = frames.read();
      while (next.isPresent()) {
        if ("ready".equals(next.get().get("op"))) {
          ready.countDown();
        } else {
          messages.put(next.get());
        }
        next = frames.read();
      }
    } catch (IOException e) {
      complained(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      // Whatever happened, nobody must wait for a message that cannot come.
      end();
    }
  }

  private void end() {
    gone = true;
    ready.countDown();
    try {
      // A JVM without memory says so on the pipe, and then ends with a value that tells why.
      if (!process.waitFor(1, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      messages.put(END);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void complain() {
    try (InputStream errors = process.getErrorStream()) {
      byte[] some = new byte[4096];
      for (int size = errors.read(some); size >= 0; size = errors.read(some)) {
        complained(new String(some, 0, size, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      // It is gone, and so are its complaints.
    }
  }

  private synchronized void complained(String text) {
    if (complaints.length() < 10_000) {
      complaints.append(text);
    }
  }

  private synchronized String why() {
    return complaints.toString().strip();
  }

  /** Whether it can take a request. */
  boolean alive() {
    return !gone && process.isAlive();
  }

  /** Whether it has a world. */
  boolean has(String world) {
    return worlds.contains(world);
  }

  /** Notes a world that it has now. */
  void keeps(String world) {
    worlds.add(world);
  }

  /** Notes a world that it has no more. */
  void lost(String world) {
    worlds.remove(world);
  }

  /** Waits until it is up; what follows is the script's own time. */
  void awaitReady() throws ScriptTrouble, InterruptedException {
    if (!ready.await(START.toSeconds(), TimeUnit.SECONDS)) {
      kill();
      throw new ScriptTrouble(
          "the process for scripts was not up within "
              + START.toSeconds()
              + " s: the machine may be too busy");
    }
  }

  /** Sends a request; what still comes of earlier ones is not heard any more. */
  void begin(JsonObject request) throws ScriptTrouble {
    number++;
    send(request);
  }

  /** Sends a message that belongs to the newest request. */
  void send(JsonObject message) throws ScriptTrouble {
    try {
      frames.write(message.with("request", number));
    } catch (IOException e) {
      throw alive() ? new ScriptTrouble(String.valueOf(e.getMessage())) : died();
    }
  }

  /**
   * The next message that belongs to the newest request.
   *
   * @return null when the time is over
   */
  @Nullable JsonObject next(Duration time) throws ScriptTrouble, InterruptedException {
    long deadline = System.nanoTime() + time.toNanos();
    while (true) {
      JsonObject message =
          messages.poll(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
      if (message != null && "end".equals(message.get("op"))) {
        messages.offer(END);
        throw died();
      }
      if (message == null || Long.valueOf(number).equals(message.get("request"))) {
        return message;
      }
    }
  }

  private ScriptTrouble died() {
    boolean ended = false;
    try {
      ended = process.waitFor(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (ended && process.exitValue() == OUT_OF_MEMORY) {
      return new ScriptTrouble(
          "the script used up its memory ("
              + settings.heap()
              + " MB): work on fewer items at once, or make smaller values");
    }
    String why = why();
    return new ScriptTrouble(
        "the process with the script ended unexpectedly"
            + (why.isEmpty() ? "" : ": " + why.lines().findFirst().orElse("")));
  }

  /** Asks the running script to end. */
  void cancel() {
    try {
      frames.write(JsonObject.of("op", "cancel"));
    } catch (IOException e) {
      kill();
    }
  }

  /** Ends it whatever it does. */
  void kill() {
    gone = true;
    process.destroyForcibly();
    messages.clear();
  }

  /** Lets it end by itself: it does when nobody speaks to it any more. */
  void leave() {
    gone = true;
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      process.destroyForcibly();
    }
  }

  /** Waits until it has ended by itself. */
  void awaitEnd() {
    process.onExit().join();
  }

  /** Its CPU time so far; zero where the system does not say. */
  Duration busy() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }
}
