package io.concertmaster.script.host;

import io.concertmaster.node.data.JsonObject;
import io.concertmaster.script.wire.Frames;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * One thread listens, one runs scripts. A world stays until the program closes it or others push it
 * out; what is in one never reaches another.
 */
final class Host {
  /** Scripts recurse; what they need of the stack lies here, in bytes. */
  private static final long STACK = 16L * 1024 * 1024;

  /** From so many bytes on, memory that a closed world leaves goes back to the machine. */
  private static final long LARGE = 192L * 1024 * 1024;

  private final Link link;
  private final LinkedBlockingQueue<JsonObject> work = new LinkedBlockingQueue<>();
  private final Worlds worlds;
  private volatile boolean busy;

  private volatile Optional<World> current = Optional.empty();

  /**
   * A host that does nothing yet.
   *
   * @param zone that of JavaScript's dates in the first world, most likely
   */
  Host(Link link, String zone) {
    this.link = link;
    this.worlds = new Worlds(link, zone);
  }

  void start() {
    Thread worker = new Thread(null, this::serve, "scripts", STACK);
    worker.setDaemon(true);
    worker.setUncaughtExceptionHandler((thread, thrown) -> {
      System.err.println(thrown);
      thrown.printStackTrace();
      Runtime.getRuntime().halt(1);
    });
    worker.start();
  }

  /** Hands on what comes in, until the other side is gone. */
  void listen(Frames frames) {
    try {
      for (Optional<JsonObject> next = frames.read(); next.isPresent(); next = frames.read()) {
        JsonObject message = next.get();
        switch (String.valueOf(message.get("op"))) {
          case "answer", "refusal" -> link.answered(message);
          case "cancel" -> current.ifPresent(World::cancel);
          default -> work.add(message);
        }
      }
    } catch (IOException e) {
      System.err.println(e.getMessage());
    }
    if (busy) {
      Runtime.getRuntime().halt(0);
    }
    System.exit(0);
  }

  private void serve() {
    worlds.warm();
    link.tell(JsonObject.of("op", "ready"));
    while (true) {
      try {
        JsonObject request = work.take();
        busy = true;
        link.begin(request);
        JsonObject answer = perform(request);
        busy = false;
        link.tell(answer);
        if (work.isEmpty()) {
          worlds.prepare();
          if ("close".equals(request.get("op"))) {
            tidy();
          }
        }
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** The process may stay for hours with scripts that need little. */
  private static void tidy() {
    Runtime memory = Runtime.getRuntime();
    if (memory.totalMemory() - memory.freeMemory() > LARGE) {
      System.gc();
    }
  }

  private JsonObject perform(JsonObject request) {
    String id = String.valueOf(request.get("world"));
    if ("close".equals(request.get("op"))) {
      worlds.close(id);
      return JsonObject.of("op", "done");
    }
    try {
      World world = worlds.of(request);
      current = Optional.of(world);
      return world.perform(request).with("op", "done");
    } catch (RuntimeException | StackOverflowError e) {
      Trouble trouble = Trouble.of(e);
      worlds.closeCancelled(id);
      return trouble.message();
    } finally {
      current = Optional.empty();
    }
  }
}
