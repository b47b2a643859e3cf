package io.concertmaster.script.host;

import io.concertmaster.node.data.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.graalvm.polyglot.Engine;

/**
 * The worlds of a process: the newest few are kept. One for expressions lies ready, so that a new
 * run does not wait until JavaScript's own objects are frozen. Used by one thread.
 */
final class Worlds {
  /** So many worlds are kept. */
  private static final int KEPT = 4;

  private final Engine engine =
      Engine.newBuilder("js").option("engine.WarnInterpreterOnly", "false").build();
  private final Link link;
  private final Map<String, World> kept = new LinkedHashMap<>(16, 0.75f, true);
  private Optional<World> spare = Optional.empty();
  private String zone;

  /**
   * No worlds yet.
   *
   * @param zone that of JavaScript's dates in the first world, most likely
   */
  Worlds(Link link, String zone) {
    this.link = link;
    this.zone = zone;
  }

  /** The world that a request names, a new one if need be. */
  World of(JsonObject request) {
    String id = String.valueOf(request.get("world"));
    World world = kept.get(id);
    if (world == null) {
      world = make(request);
      kept.put(id, world);
    }
    return world;
  }

  private World make(JsonObject request) {
    String wanted = String.valueOf(request.get("zone"));
    if ("code".equals(request.get("kind"))) {
      return new CodeWorld(engine, link, wanted);
    }
    if (spare.isPresent() && wanted.equals(zone)) {
      World ready = spare.get();
      spare = Optional.empty();
      return ready;
    }
    spare.ifPresent(World::close);
    spare = Optional.empty();
    zone = wanted;
    return new ExpressionWorld(engine, link, wanted);
  }

  /** Does ahead what the next request would wait for: makes a spare world, ends those too many. */
  void prepare() {
    while (kept.size() > KEPT) {
      close(kept.keySet().iterator().next());
    }
    if (spare.isEmpty()) {
      spare = Optional.of(new ExpressionWorld(engine, link, zone));
    }
  }

  /** Runs what every script needs once, so that the first one does not wait for it. */
  void warm() {
    prepare();
    spare.ifPresent(World::warm);
  }

  /** Ends a world, if there is one. */
  void close(String id) {
    World closed = kept.remove(id);
    if (closed != null) {
      closed.close();
    }
  }

  /**
   * Ends the world that a request names when its script was cancelled: nothing runs in it again.
   */
  void closeCancelled(String id) {
    World broken = kept.get(id);
    if (broken != null && broken.cancelled()) {
      close(id);
    }
  }
}
