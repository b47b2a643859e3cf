package io.concertmaster.script.host;

import io.concertmaster.node.data.JsonObject;
import io.concertmaster.script.wire.Frames;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import org.graalvm.polyglot.Engine;

/**
 * One thread listens, one runs scripts. A world stays until the program closes it or others push it
 * out; what is in one never reaches another.
 */
final class Host {
  /** So many worlds are kept. */
  private static final int WORLDS = 4;

  /** Scripts recurse; what they need of the stack lies here, in bytes. */
  private static final long STACK = 16L * 1024 * 1024;

  private final Link link;
  private final LinkedBlockingQueue<JsonObject> work = new LinkedBlockingQueue<>();
  private final Map<String, World> worlds = new LinkedHashMap<>(16, 0.75f, true);
  private final Engine engine =
      Engine.newBuilder("js").option("engine.WarnInterpreterOnly", "false").build();
  private volatile boolean busy;

  private volatile Optional<World> current = Optional.empty();

  Host(Link link) {
    this.link = link;
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
    warm();
    link.tell(JsonObject.of("op", "ready"));
    while (true) {
      try {
        JsonObject request = work.take();
        busy = true;
        link.begin();
        perform(request);
        busy = false;
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** Runs what every script needs once, so that the first one does not wait for it. */
  private void warm() {
    try (World world = new ExpressionWorld(engine, link, "UTC")) {
      world.warm();
    }
  }

  private void perform(JsonObject request) {
    String id = String.valueOf(request.get("world"));
    if ("close".equals(request.get("op"))) {
      World closed = worlds.remove(id);
      if (closed != null) {
        closed.close();
      }
      link.tell(JsonObject.of("op", "done"));
      return;
    }
    try {
      World world = worlds.get(id);
      if (world == null) {
        world = World.of(engine, link, request);
        worlds.put(id, world);
        if (worlds.size() > WORLDS) {
          String oldest = worlds.keySet().iterator().next();
          World pushed = worlds.remove(oldest);
          if (pushed != null) {
            pushed.close();
          }
        }
      }
      current = Optional.of(world);
      link.tell(world.perform(request).with("op", "done"));
    } catch (RuntimeException | StackOverflowError e) {
      World broken = worlds.get(id);
      Trouble trouble = Trouble.of(e);
      if (broken != null && broken.cancelled()) {
        worlds.remove(id);
        broken.close();
      }
      link.tell(trouble.message());
    } finally {
      current = Optional.empty();
    }
  }
}
