package io.concertmaster.engine.local.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.engine.ItemListRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * What a node gets does not depend on which branch is faster: workflows by chance, each run in many
 * orders of finishing, with waits and crashes between.
 */
class LanesLawTest {
  private static final int WORKFLOWS = 2_000;
  private static final int ORDERS = 6;

  /** What each node got, activation by activation, and the step that counts as the last. */
  private record Course(Map<String, List<List<ItemListRef>>> got, Optional<Place.Past> last) {}

  /** The nodes of a workflow and its connections. */
  private record Drawing(int nodes, List<Integer> merges, List<String> connections) {
    static Drawing by(Random chance) {
      int nodes = 3 + chance.nextInt(8);
      List<Integer> merges = new ArrayList<>();
      List<String> connections = new ArrayList<>();
      for (int node = 1; node < nodes; node++) {
        boolean merge = node > 2 && chance.nextInt(3) == 0;
        if (merge) {
          merges.add(node);
        }
        for (int input = 0; input < (merge ? 2 : 1); input++) {
          int wires = chance.nextInt(4) == 0 ? 2 : 1;
          for (int i = 0; i < wires; i++) {
            connections.add(from(chance, chance.nextInt(node)) + " > n" + node + ":" + input);
          }
        }
      }
      if (chance.nextInt(3) == 0) {
        int back = 1 + chance.nextInt(nodes - 1);
        connections.add(from(chance, back + chance.nextInt(nodes - back)) + " > n" + back + ":0");
      }
      return new Drawing(nodes, merges, connections.stream().distinct().toList());
    }

    private static String from(Random chance, int node) {
      return "n" + node + (chance.nextInt(3) == 0 ? ":o1" : ":main");
    }

    DryRun run(int lanes, long heights) {
      DryRun run = new DryRun();
      Random chance = new Random(heights);
      run.lanes = lanes;
      for (int node = 0; node < nodes; node++) {
        run.node("n" + node, merges.contains(node) ? 2 : 1, chance.nextInt(1_000));
      }
      run.connect(connections.toArray(String[]::new));
      return run;
    }
  }

  /** What a node sends hangs on what it got and nothing else; loops run dry. */
  private static Map<String, ItemListRef> outputs(Task task) {
    int sum = task.node().hashCode() * 31 + task.runIndex();
    for (Input input : task.inputs()) {
      sum = sum * 31 + input.list().id().hashCode();
    }
    Map<String, ItemListRef> outputs = new LinkedHashMap<>();
    Random chance = new Random(sum);
    for (String output : List.of("main", "o1")) {
      if (task.runIndex() < 4 && chance.nextInt(5) > 0) {
        String id = "n" + Integer.toHexString(Objects.hash(sum, output));
        outputs.put(output, new ItemListRef(id, 1));
      }
    }
    return outputs;
  }

  /** Runs to the end; whatever is under way takes its next step by chance. */
  private static Course course(DryRun run, Random chance, boolean troubled) {
    run.start("n0");
    Map<String, List<List<ItemListRef>>> got = new HashMap<>();
    while (!run.state.ended()) {
      List<Phase.Active> active = run.state.active();
      assertThat(active).as("nothing moves any more: %s", run.state).isNotEmpty();
      assertThat(active.stream().filter(Phase.Active::works).count())
          .isLessThanOrEqualTo(run.lanes);
      if (troubled && chance.nextInt(20) == 0) {
        run.take(new Event.Resumed());
        continue;
      }
      step(run, active.get(chance.nextInt(active.size())), chance, troubled, got);
    }
    Phase.Ended end = (Phase.Ended) run.state.phase();
    return new Course(got, end.last());
  }

  private static void step(
      DryRun run,
      Phase.Active active,
      Random chance,
      boolean troubled,
      Map<String, List<List<ItemListRef>>> got) {
    Task task = active.task();
    switch (active) {
      case Phase.Ready ready -> {
        List<List<ItemListRef>> all = got.computeIfAbsent(task.node(), id -> new ArrayList<>());
        if (all.size() == task.runIndex()) {
          all.add(task.inputs().stream().map(Input::list).toList());
        }
        run.take(run.planner.began(task));
      }
      case Phase.Running running when troubled && chance.nextInt(6) == 0 ->
          run.take(
              new Event.Waits(
                  task.node(),
                  task.runIndex(),
                  outputs(task),
                  Optional.of(run.now),
                  false,
                  Traces.NONE));
      case Phase.Running running ->
          run.take(
              new Event.Done(
                  task.node(), task.runIndex(), outputs(task), Optional.empty(), Traces.NONE));
      case Phase.Waiting wait -> run.take(new Event.Woke(task.node(), task.runIndex()));
      default -> throw new AssertionError(active);
    }
  }

  @Test
  void noNodeGetsOtherListsWhicheverBranchIsFaster() {
    int several = 0;
    for (int seed = 0; seed < WORKFLOWS; seed++) {
      Drawing drawing = Drawing.by(new Random(seed));
      Course first = course(drawing.run(2, seed), new Random(0), false);
      for (int order = 1; order <= ORDERS; order++) {
        Random chance = new Random(seed * 1_000L + order);
        DryRun run = drawing.run(2 + chance.nextInt(4), seed);
        Course other = course(run, chance, true);
        assertThat(other).as("workflow %d, order %d", seed, order).isEqualTo(first);
      }
      several += first.got().size() > 4 ? 1 : 0;
    }
    assertThat(several).isGreaterThan(WORKFLOWS / 4);
  }

  @Test
  void oneAfterTheOtherTheNodesGetTheSame() {
    int merging = 0;
    for (int seed = 0; seed < WORKFLOWS; seed++) {
      Drawing drawing = Drawing.by(new Random(seed));
      if (drawing.merges().size() > 1) {
        continue; // which of two merges goes on first with what it has is another rule
      }
      Course one = course(drawing.run(1, seed), new Random(0), false);
      Course many = course(drawing.run(5, seed), new Random(seed), true);
      assertThat(many.got()).as("workflow %d", seed).isEqualTo(one.got());
      merging += drawing.merges().size();
    }
    assertThat(merging).isGreaterThan(WORKFLOWS / 10);
  }

  @Test
  void theStateIsTheFoldOverItsEventsAsTheJournalKeepsThem() {
    for (int seed = 0; seed < 200; seed++) {
      DryRun run = Drawing.by(new Random(seed)).run(4, seed);
      course(run, new Random(seed), true);
      RunState folded = RunState.NEW;
      for (Event event : run.events) {
        Event kept =
            EventJson.event(EventJson.kind(event), EventJson.node(event), EventJson.body(event));
        assertThat(kept).isEqualTo(event);
        folded = run.planner.apply(folded, kept, run.now).state();
      }
      assertThat(folded).isEqualTo(run.state);
    }
  }
}
