package io.concertmaster.simulation.story;

import io.concertmaster.node.Effect;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * What a simulated node does, as its settings say: the same for the node and for the model of which
 * it is held against. Items are numbers; a number tells by which nodes, and in which of their
 * activations, it came about.
 *
 * @param ports how many outputs it has; an item's number says by which it leaves
 * @param effect what a crash in the middle means
 * @param fails how many tries of an activation fail
 * @param every of how many activations one fails so
 * @param rejects items whose number this divides fail alone; none where 0
 * @param drops items whose number this divides are left out; none where 0
 * @param passes how often a loop goes round
 * @param millis how long it waits
 * @param callable whether someone outside may end the wait
 * @param limited whether the wait ends by itself
 * @param calls name of the workflow that it calls
 * @param times how many runs of it
 */
public record Behaviour(
    int ports,
    Effect effect,
    int fails,
    int every,
    int rejects,
    int drops,
    int passes,
    long millis,
    boolean callable,
    boolean limited,
    String calls,
    int times) {
  /** What someone outside gives to a wait, where they give something. */
  public static final long ANSWER = 4_711;

  private static final int MOST = 6;

  /** One that sends on everything. */
  public static final Behaviour PLAIN =
      new Behaviour(1, Effect.PURE, 0, 1, 0, 0, 0, 0, false, true, "", 0);

  /** As a node's settings. */
  public JsonObject settings() {
    return JsonObject.builder()
        .put("ports", ports)
        .put("effect", effect.name())
        .put("fails", fails)
        .put("every", every)
        .put("rejects", rejects)
        .put("drops", drops)
        .put("passes", passes)
        .put("millis", millis)
        .put("callable", callable)
        .put("limited", limited)
        .put("calls", calls)
        .put("times", times)
        .build();
  }

  /** What a node's settings say. */
  public static Behaviour of(JsonObject settings) {
    if (settings.isEmpty()) {
      return PLAIN;
    }
    return new Behaviour(
        whole(settings, "ports"),
        settings.get("effect") instanceof String name ? Effect.valueOf(name) : Effect.PURE,
        whole(settings, "fails"),
        whole(settings, "every"),
        whole(settings, "rejects"),
        whole(settings, "drops"),
        whole(settings, "passes"),
        whole(settings, "millis"),
        Boolean.TRUE.equals(settings.get("callable")),
        Boolean.TRUE.equals(settings.get("limited")),
        String.valueOf(settings.get("calls")),
        whole(settings, "times"));
  }

  private static int whole(JsonObject settings, String name) {
    return settings.get(name) instanceof Long number ? Math.toIntExact(number) : 0;
  }

  /** Whether a try fails as a whole. */
  public boolean fails(int runIndex, int attempt) {
    return attempt <= fails && runIndex % every == 0;
  }

  /** Whether an item fails alone. */
  public boolean rejects(long number) {
    return rejects > 0 && number % rejects == 0;
  }

  /** Whether an item is left out. */
  public boolean drops(long number) {
    return drops > 0 && number % drops == 0;
  }

  /** By which output an item leaves. */
  public int port(long number) {
    return (int) (number % ports);
  }

  /** The name of an output. */
  public static String portName(int position) {
    return position == 0 ? "main" : "o" + position;
  }

  /** The names of its outputs. */
  public List<String> portNames() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < ports; i++) {
      names.add(portName(i));
    }
    return names;
  }

  /** The number of an item that a node makes of another: from 0 to 10⁹. */
  public static long next(long number, String node, int runIndex) {
    long mixed = (number + 1) * 0x9E3779B97F4A7C15L + node.hashCode() * 31L + runIndex;
    mixed = (mixed ^ mixed >>> 29) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ mixed >>> 32) * 0x94D049BB133111EBL;
    return (mixed ^ mixed >>> 30) >>> 1 & 0x3FFFFFFF;
  }

  /** The items of a list that a node works on: so many that lists do not grow without end. */
  public static List<Long> first(List<Long> numbers) {
    return numbers.subList(0, Math.min(MOST, numbers.size()));
  }
}
