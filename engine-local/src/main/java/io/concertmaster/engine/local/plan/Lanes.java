package io.concertmaster.engine.local.plan;

import io.concertmaster.engine.ItemListRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The law of a run whose branches work at the same time, in the order v1.
 *
 * <p>Design note. What is under way and what is to come stands in one {@link Line}, in the order in
 * which it would go one after the other; what an activation sends takes its place there: first its
 * lists for nodes that gather, then its successors, the topmost first. A place may go on when no
 * place before it is of its node, or of one from which its node can be reached: so no node gets
 * other lists, or gets them in another order, whichever branch is faster. A queued activation then
 * begins when a lane is free; a list on its way to a node that gathers is gathered, and where that
 * fills a set, the set is queued where its list would stand among the successors. When the line is
 * empty, the first node by the definition's order that gathers, and of whose ancestors none gathers
 * too, runs with what it has.
 *
 * <p>A lane is taken by what works or pauses before a new try. What waits for a moment, an answer
 * or other runs takes none, and holds up only what stands behind it.
 */
final class Lanes {
  private final Graph graph;
  private final Flow flow;
  private final Moves moves;

  Lanes(Graph graph, Flow flow, Moves moves) {
    this.graph = graph;
    this.flow = flow;
    this.moves = moves;
  }

  /** Begins a run at a node. */
  Planner.Step start(RunState state, String node, Input input) {
    Place first = new Place.Queued(flow.task(node, 0, input));
    return advance(state, Line.of(List.of(first), null, 0), List.of());
  }

  /**
   * What an event leads to.
   *
   * @return empty where the state does not foresee it
   */
  Optional<Planner.Step> apply(RunState state, Line line, Event event, Instant at) {
    if (event instanceof Event.Upgraded) {
      return Optional.of(new Planner.Step(state, List.of()));
    }
    if (event instanceof Event.Resumed) {
      return resume(state, line);
    }
    return state
        .of(event)
        .flatMap(active ->
            moves
                .of(active, event, at)
                .flatMap(move ->
                    event instanceof Event.Decided
                        ? decided(state, line, active, move)
                        : Optional.of(go(state, line, active, move))));
  }

  private Planner.Step go(RunState state, Line line, Phase.Active active, Moves.Move move) {
    return switch (move) {
      case Moves.Move.On(Phase.Active phase, Optional<Command> command) ->
          advance(state, moved(line, active, phase), command.stream().toList());
      case Moves.Move.Sends(Map<String, ItemListRef> outputs) ->
          advance(state, sent(state, line, active, outputs), List.of());
      case Moves.Move.Fails(var error) -> Planner.failed(state, error);
    };
  }

  private static Line moved(Line line, Phase.Active active, Phase.Active phase) {
    return line.replace(active, List.of(new Place.UnderWay(phase)), line.lanes());
  }

  /** While another step is uncertain nothing goes on; the last answer lets all go on. */
  private Optional<Planner.Step> decided(
      RunState state, Line line, Phase.Active active, Moves.Move move) {
    if (!(move instanceof Moves.Move.On on)) {
      return Optional.of(go(state, line, active, move));
    }
    Line next = moved(line, active, on.phase());
    if (next.active().stream().anyMatch(moves::uncertain)) {
      return Optional.of(new Planner.Step(state.in(new Phase.Lanes(next)), List.of()));
    }
    return resume(state, next);
  }

  private Optional<Planner.Step> resume(RunState state, Line line) {
    Line next = line;
    List<Command> commands = new ArrayList<>();
    for (Phase.Active each : line.active()) {
      Optional<Moves.Move> move = moves.resumed(each);
      if (move.isEmpty()) {
        return Optional.empty();
      }
      if (!(move.get() instanceof Moves.Move.On on)) {
        return Optional.of(go(state, next, each, move.get()));
      }
      next = moved(next, each, on.phase());
      on.command().ifPresent(commands::add);
    }
    return Optional.of(advance(state, next, commands));
  }

  /** What an activation sent takes its place. */
  private Line sent(
      RunState state, Line line, Phase.Active active, Map<String, ItemListRef> outputs) {
    Task from = active.task();
    List<Place> gathered = new ArrayList<>();
    List<Place> successors = new ArrayList<>();
    int lanes = line.lanes();
    for (Wire wire : flow.wires(state, from).reversed()) {
      ItemListRef list = outputs.getOrDefault(wire.output(), Input.NONE.list());
      if (list.size() > 0) {
        Input.Origin origin = new Input.Origin(from.node(), from.runIndex(), wire.output());
        Input input = new Input(list, Optional.of(origin));
        int lane = successors.isEmpty() ? from.lane() : ++lanes;
        if (graph.node(wire.target()).takesOneList()) {
          Task task = flow.task(wire.target(), wire.input(), input).inLane(lane);
          successors.add(new Place.Queued(task));
        } else {
          gathered.addFirst(new Place.Arriving(wire.target(), wire.input(), input, lane));
          successors.add(new Place.Reserved(wire.target(), lane));
        }
      }
    }
    List<Place> places = new ArrayList<>(gathered);
    places.addFirst(new Place.Past(from.node(), from.runIndex()));
    places.addAll(successors);
    return line.replace(active, places, lanes);
  }

  /** Lets everything go on that may. */
  private Planner.Step advance(RunState before, Line given, List<Command> first) {
    RunState state = before;
    Line line = given;
    List<Command> commands = new ArrayList<>(first);
    while (true) {
      Pass pass = new Pass(state, line);
      pass.walk();
      if (pass.endless) {
        return Planner.failed(state, flow.endless(pass.state, pass.stuck));
      }
      state = pass.state;
      line = pass.line();
      commands.addAll(pass.commands);
      if (!line.isEmpty()) {
        return new Planner.Step(state.in(new Phase.Lanes(line)), commands);
      }
      Optional<String> next =
          graph.nodes().keySet().stream()
              .filter(state.gathering()::containsKey)
              .filter(flow.runs(state))
              .findFirst();
      if (next.isEmpty()) {
        return Planner.succeeded(state.in(new Phase.Lanes(line)));
      }
      Flow.Fed fed = flow.take(state, next.get());
      state = fed.state();
      List<Place> places = new ArrayList<>(line.places());
      places.add(new Place.Queued(fed.task()));
      line = Line.of(places, null, line.lanes());
    }
  }

  /** One walk along the line. */
  private final class Pass {
    private final List<Place> walked = new ArrayList<>();
    private final List<Command> commands = new ArrayList<>();
    private final Set<String> before = new HashSet<>();

    /** What came of lists, by lane, whose reserved places have not been passed yet. */
    private final Map<Integer, Optional<Task>> gathered = new HashMap<>();

    private final int lanes;
    private RunState state;
    private Line.@Nullable Link at;
    private int free;
    private boolean endless;
    private String stuck = "";

    Pass(RunState state, Line line) {
      this.state = state;
      this.at = line.front();
      this.lanes = line.lanes();
      long working = line.active().stream().filter(Phase.Active::works).count();
      this.free = graph.lanes() - (int) working;
    }

    void walk() {
      while (at != null
          && !endless
          && !(gathered.isEmpty() && at.nodes().stream().allMatch(this::isHeldUp))) {
        Place place = at.place();
        at = at.next();
        pass(place);
      }
    }

    /** Whether something before is of a node, or can reach it. */
    private boolean isHeldUp(String node) {
      return before.contains(node) || !Collections.disjoint(graph.ancestors(node), before);
    }

    private void pass(Place place) {
      switch (place) {
        case Place.Past past -> walked.add(past);
        case Place.UnderWay working -> keep(working);
        case Place.Queued(Task task) -> pass(task);
        case Place.Arriving list when isHeldUp(list.node()) -> keep(list);
        case Place.Arriving list -> {
          Flow.Gathered then =
              flow.gather(state, list.node(), list.position(), list.input(), list.lane());
          state = then.state();
          gathered.put(list.lane(), then.full());
        }
        case Place.Reserved reserved -> {
          Optional<Task> full = gathered.remove(reserved.lane());
          if (full == null) {
            keep(reserved);
          } else {
            full.ifPresent(this::pass);
          }
        }
      }
    }

    private void pass(Task task) {
      keep(free > 0 && !isHeldUp(task.node()) ? begin(task) : new Place.Queued(task));
    }

    private void keep(Place place) {
      before.add(place.node());
      walked.add(place);
    }

    private Place begin(Task task) {
      if (state.activations() >= state.maxActivations()) {
        endless = true;
        stuck = task.node();
        return new Place.Queued(task);
      }
      Task next = task.withRunIndex(state.begun().getOrDefault(task.node(), 0));
      state = flow.began(state, task.node());
      commands.add(new Command.Begin(next));
      free--;
      return new Place.UnderWay(new Phase.Ready(next));
    }

    Line line() {
      return Line.of(walked, at, lanes);
    }
  }
}
