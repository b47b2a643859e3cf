package io.concertmaster.engine.local.plan;

/** One place in the {@link Line} of a run whose branches work at the same time. */
public sealed interface Place {
  /** Id of the node of which it is. */
  String node();

  /** An activation that is to come. */
  record Queued(Task task) implements Place {
    @Override
    public String node() {
      return task.node();
    }
  }

  /**
   * A list on its way to a node that gathers.
   *
   * @param position of the node's input
   * @param lane of the activation that sent it, or a new one
   */
  record Arriving(String node, int position, Input input, int lane) implements Place {}

  /**
   * Where the activation is to stand that a list on its way will begin, should it fill a set.
   *
   * @param lane of the list: no other list under way has it
   */
  record Reserved(String node, int lane) implements Place {}

  /** An activation that is under way. */
  record UnderWay(Phase.Active phase) implements Place {
    @Override
    public String node() {
      return phase.task().node();
    }
  }

  /**
   * Where the activation ended that is the last one so far, had they run one after the other. It
   * holds nobody up.
   */
  record Past(String node, int runIndex) implements Place {}
}
