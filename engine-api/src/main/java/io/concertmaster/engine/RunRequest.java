package io.concertmaster.engine;

import io.concertmaster.model.Workflow;
import io.concertmaster.node.data.Item;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What to run.
 *
 * @param workflow what is to run; the run is pinned to its {@link #definition()}
 * @param folder where relative paths of the settings start: the workflow file's folder
 * @param input items for the trigger; one empty item where none are given
 * @param trigger id of the node to start at; the engine chooses where empty
 * @param until id of a node after which to stop (run to here); everything runs where empty
 * @param timeout the longest the run may take, waiting apart; overrides the workflow's
 * @param mode why it begins
 */
public record RunRequest(
    Workflow workflow,
    Path folder,
    List<Item> input,
    Optional<String> trigger,
    Optional<String> until,
    Optional<Duration> timeout,
    RunMode mode) {
  public RunRequest {
    input = List.copyOf(input);
  }

  /** A run that a person starts by hand. */
  public RunRequest(
      Workflow workflow,
      Path folder,
      List<Item> input,
      Optional<String> trigger,
      Optional<String> until,
      Optional<Duration> timeout) {
    this(workflow, folder, input, trigger, until, timeout, RunMode.MANUAL);
  }

  /**
   * The workflow as this run has it: with pinned items only where it is tried, and not where the
   * run gets the items that are given to it.
   */
  public Workflow definition() {
    if (!mode.isTrial()) {
      return workflow.live();
    }
    return input.isEmpty() ? workflow : workflow.takingItems(trigger);
  }

  /** The same run for another reason. */
  public RunRequest in(RunMode other) {
    return new RunRequest(workflow, folder, input, trigger, until, timeout, other);
  }

  /** A run of the whole workflow without input. */
  public static RunRequest of(Workflow workflow, Path folder) {
    return new RunRequest(
        workflow, folder, List.of(), Optional.empty(), Optional.empty(), Optional.empty());
  }
}
