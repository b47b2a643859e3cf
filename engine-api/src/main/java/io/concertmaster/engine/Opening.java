package io.concertmaster.engine;

import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.Workflow;
import io.concertmaster.node.Listening;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A trigger of an active workflow that others call: a program by an address, or a person by a form.
 *
 * @param workflowId the workflow's id
 * @param workflowName its name
 * @param node id of the trigger
 * @param nodeName its name
 * @param credentials names of credentials by what the trigger needs them for
 * @param folder where relative paths of its settings start
 * @param listening what it waits for: a call or a form
 */
public record Opening(
    String workflowId,
    String workflowName,
    String node,
    String nodeName,
    Map<String, String> credentials,
    Path folder,
    Listening listening) {
  public Opening {
    credentials = Map.copyOf(credentials);
  }

  /**
   * The opening of a trigger; it gets an address of its own where it names none.
   *
   * @param workflow to which it belongs
   * @param node its id there
   * @param folder where relative paths of its settings start
   */
  public static Opening of(Workflow workflow, String node, Path folder, Listening listening) {
    NodeDefinition definition = Objects.requireNonNull(workflow.nodes().get(node));
    return new Opening(
        workflow.id(),
        workflow.name(),
        node,
        definition.name(),
        definition.credentials(),
        folder,
        placed(listening, workflow.id() + "/" + node));
  }

  /** Whether one call could be meant for both: of two workflows only one may have such. */
  public boolean clashesWith(Opening other) {
    if (listening instanceof Listening.Call a && other.listening instanceof Listening.Call b) {
      return sameCalls(a.path(), b.path()) && a.methods().stream().anyMatch(b.methods()::contains);
    }
    return listening instanceof Listening.Form a
        && other.listening instanceof Listening.Form b
        && a.path().equals(b.path());
  }

  /** Whether two paths take the same calls; parts that take any value are alike. */
  private static boolean sameCalls(String one, String other) {
    return one.replaceAll(":[^/]+", ":").equals(other.replaceAll(":[^/]+", ":"));
  }

  /** Says that the place of this one is taken, and what to do. */
  public String takenBy(Opening other) {
    return "listens at "
        + listening.words()
        + ", where “"
        + other.workflowName
        + "” listens already: give it another path, or make that workflow inactive";
  }

  /** Its path behind the address of whatever listens: {@code /hooks/…}, {@code /forms/…}. */
  public Optional<String> path() {
    return switch (listening) {
      case Listening.Call call -> Optional.of("/hooks/" + call.path());
      case Listening.Form form -> Optional.of("/forms/" + form.path());
      case Listening.Clock clock -> Optional.empty();
      case Listening.Files files -> Optional.empty();
    };
  }

  private static Listening placed(Listening listening, String own) {
    return switch (listening) {
      case Listening.Call call when call.path().isEmpty() ->
          new Listening.Call(call.words(), own, call.methods(), call.settings());
      case Listening.Form form when form.path().isEmpty() ->
          new Listening.Form(form.words(), own, form.asked());
      default -> listening;
    };
  }
}
