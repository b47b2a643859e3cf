package io.concertmaster.simulation.story;

import io.concertmaster.node.NodeCatalog;
import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.RunData;
import io.concertmaster.node.Workflows.Call;
import io.concertmaster.node.Workflows.Callee;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;
import io.concertmaster.node.data.JsonObject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** The kinds of simulated nodes. */
public final class Kinds {
  /** Begins a run and sends on what the run was given. */
  public static final String START = "sim.start";

  /** Makes an item of each item, and sends it by one of its outputs. */
  public static final String STEP = "sim.step";

  /** Takes the items of two inputs, the first one's first. */
  public static final String MERGE = "sim.merge";

  /** A step whose items leave later. */
  public static final String WAIT = "sim.wait";

  /** Sends what another workflow makes of its items, so many times. */
  public static final String CALL = "sim.call";

  /** Sends its items by its second output so many times, then all that ever came by the first. */
  public static final String LOOP = "sim.loop";

  /** Counts its activations, in the run and over all runs. */
  public static final String COUNT = "sim.count";

  /** Begins a run that another one called. */
  public static final String CALLED = "trigger.subworkflow";

  /** Begins a run that hears of a failure. */
  public static final String ERROR = "trigger.error";

  private Kinds() {}

  /** All of them. */
  public static NodeCatalog catalog(Outside outside, InstantSource clock) {
    return new NodeCatalog(
        List.of(
            new Kind(START, true, 0, outside, Kinds::pass),
            new Kind(CALLED, true, 0, outside, Kinds::pass),
            new Kind(ERROR, true, 0, outside, Kinds::pass),
            new Kind(
                STEP,
                false,
                1,
                outside,
                (context, behaviour, inputs) -> itemByItem(context, behaviour, inputs, outside)),
            new Kind(MERGE, false, 2, outside, Kinds::step),
            new Kind(
                WAIT,
                false,
                1,
                outside,
                (context, behaviour, inputs) -> {
                  step(context, behaviour, inputs);
                  return waiting(behaviour, clock.instant());
                }),
            new Kind(CALL, false, 1, outside, Kinds::call),
            new Kind(LOOP, false, 1, outside, Kinds::loop),
            new Kind(COUNT, false, 1, outside, Kinds::count)));
  }

  private static NodeResult pass(NodeContext context, Behaviour behaviour, List<List<Long>> inputs)
      throws NodeException, InterruptedException {
    for (Item item : context.input()) {
      context.output(0).add(item);
    }
    return NodeResult.done();
  }

  private static NodeResult step(NodeContext context, Behaviour behaviour, List<List<Long>> inputs)
      throws NodeException, InterruptedException {
    send(context, behaviour, inputs, 0);
    return NodeResult.done();
  }

  /** A step that says of each item when it is done, and goes on behind those that are. */
  private static NodeResult itemByItem(
      NodeContext context, Behaviour behaviour, List<List<Long>> inputs, Outside outside)
      throws NodeException, InterruptedException {
    List<Long> list = Behaviour.first(inputs.getFirst());
    long run = Long.parseLong(context.idempotencyKey().split("/", -1)[1]);
    for (int i = (int) context.startPosition(); i < list.size(); i++) {
      outside.item(run, Kind.id(context), context.runIndex(), context.attempt(), i);
      send(context, behaviour, 0, i, list.get(i));
      context.doneBefore(i + 1);
    }
    return NodeResult.done();
  }

  private static void send(
      NodeContext context, Behaviour behaviour, List<List<Long>> inputs, int more)
      throws NodeException, InterruptedException {
    for (int input = 0; input < inputs.size(); input++) {
      List<Long> list = Behaviour.first(inputs.get(input));
      for (int i = 0; i < list.size(); i++) {
        send(context, behaviour, input, i, list.get(i) + input + more);
      }
    }
  }

  /** Sends what becomes of one item, or puts it aside, or leaves it out. */
  private static void send(
      NodeContext context, Behaviour behaviour, int input, int position, long item)
      throws NodeException, InterruptedException {
    long number = Behaviour.next(item, Kind.id(context), context.runIndex());
    if (behaviour.rejects(number)) {
      ItemList items = context.input(input);
      context.reject(items.get(position), position, new NodeException("item " + number + " fails"));
    } else if (!behaviour.drops(number)) {
      context.output(behaviour.port(number)).add(Kind.item(number));
    }
  }

  private static NodeResult waiting(Behaviour behaviour, Instant now) {
    Instant until = now.plusMillis(behaviour.millis());
    if (!behaviour.callable()) {
      return NodeResult.waitUntil(until);
    }
    return behaviour.limited() ? NodeResult.waitForCall(until) : NodeResult.waitForCall();
  }

  private static NodeResult call(NodeContext context, Behaviour behaviour, List<List<Long>> inputs)
      throws NodeException, InterruptedException {
    Callee callee = new Callee.Inline(JsonObject.of("name", behaviour.calls()));
    List<Call> calls = new ArrayList<>();
    for (int i = 0; i < behaviour.times(); i++) {
      calls.add(context.workflows().call("call" + i, callee, context.input()));
    }
    if (calls.stream().anyMatch(call -> call instanceof Call.Pending)) {
      return NodeResult.again();
    }
    String id = Kind.id(context);
    for (Call call : calls) {
      if (call instanceof Call.Failed failed) {
        throw new NodeException("the called run: " + failed.message());
      }
      if (call instanceof Call.Ended ended) {
        for (long number : Behaviour.first(Kind.numbers(ended.items()))) {
          context.output(0).add(Kind.item(Behaviour.next(number, id, context.runIndex())));
        }
      }
    }
    return NodeResult.done();
  }

  private static NodeResult loop(NodeContext context, Behaviour behaviour, List<List<Long>> inputs)
      throws NodeException, InterruptedException {
    context.memory().append("seen", context.input());
    String id = Kind.id(context);
    if (context.runIndex() < behaviour.passes()) {
      for (long number : Behaviour.first(inputs.getFirst())) {
        context.output(1).add(Kind.item(Behaviour.next(number, id, context.runIndex())));
      }
    } else {
      for (long number : Behaviour.first(Kind.numbers(context.memory().list("seen")))) {
        context.output(0).add(Kind.item(Behaviour.next(number, id, context.runIndex())));
      }
    }
    return NodeResult.done();
  }

  private static NodeResult count(NodeContext context, Behaviour behaviour, List<List<Long>> inputs)
      throws NodeException, InterruptedException {
    for (RunData.Owner owner : RunData.Owner.values()) {
      JsonObject kept = context.runData().staticData(owner);
      context.runData().staticData(owner, JsonObject.of("count", number(kept) + 1));
    }
    long before = number(context.memory().values());
    context.memory().values(JsonObject.of("count", before + 1));
    send(context, behaviour, inputs, (int) before);
    return NodeResult.done();
  }

  private static long number(JsonObject values) {
    return values.get("count") instanceof Long count ? count : 0;
  }
}
