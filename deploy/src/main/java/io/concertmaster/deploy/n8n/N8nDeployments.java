package io.concertmaster.deploy.n8n;

import io.concertmaster.deploy.DeployException;
import io.concertmaster.deploy.DeployException.Reason;
import io.concertmaster.deploy.n8n.N8nPlan.Change;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.diff.DifferenceText;
import io.concertmaster.model.diff.WorkflowDifference;
import io.concertmaster.n8n.Provenance;
import io.concertmaster.n8n.read.WorkflowImport;
import io.concertmaster.n8n.write.WorkflowExport;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be done with workflows and an n8n server. */
public final class N8nDeployments {
  private final N8nServer server;
  private final KnownWorkflows known;

  /**
   * Deployments to a server.
   *
   * @param known which workflow is which there
   */
  public N8nDeployments(N8nServer server, KnownWorkflows known) {
    this.server = server;
    this.known = known;
  }

  /** Which workflow on the server is meant. */
  public sealed interface Counterpart {
    /** The one that is known; else the one from which ours was read; else a new one. */
    record Known() implements Counterpart {}

    /** A new one, whatever is there. */
    record Fresh() implements Counterpart {}

    /** The one of an id of n8n's. */
    record Of(String id) implements Counterpart {}
  }

  /**
   * What a deploy would do with a workflow. Nothing is changed.
   *
   * @throws DeployException also when it is not clear which workflow there is meant
   */
  public N8nPlan plan(Workflow workflow, Counterpart counterpart)
      throws DeployException, InterruptedException {
    List<String> remarks = new ArrayList<>();
    Optional<N8nWorkflow> there = counterpart(workflow, counterpart, remarks);
    Shipment shipment = Shipment.of(workflow);
    if (there.isEmpty()) {
      return new N8nPlan(
          workflow.id(), workflow.name(), shipment, there, Change.NEW, List.of(), remarks);
    }
    if (there.get().archived()) {
      throw new DeployException(
          Reason.REFUSED,
          called(there.get()) + " is archived there: take it out of the archive in n8n first");
    }
    List<String> lines =
        DifferenceText.lines(
            WorkflowDifference.between(
                WorkflowImport.read(there.get().content()).workflow(), shipment.arriving()));
    boolean same = lines.isEmpty() && shipment.isHeldBy(there.get());
    return new N8nPlan(
        workflow.id(),
        workflow.name(),
        shipment,
        there,
        same ? Change.SAME : Change.CHANGED,
        lines,
        remarks);
  }

  private Optional<N8nWorkflow> counterpart(
      Workflow workflow, Counterpart counterpart, List<String> remarks)
      throws DeployException, InterruptedException {
    return switch (counterpart) {
      case Counterpart.Fresh() -> Optional.empty();
      case Counterpart.Of(String id) -> {
        Optional<N8nWorkflow> there = server.find(id);
        if (there.isEmpty()) {
          throw new DeployException(
              Reason.REFUSED, server.address() + " has no workflow of the id “" + id + "”");
        }
        yield there;
      }
      case Counterpart.Known() -> {
        Optional<N8nWorkflow> there = known(workflow, remarks);
        if (there.isEmpty()) {
          refuseNamesake(workflow.name());
        }
        yield there;
      }
    };
  }

  /** The workflow there that is this one of ours; empty where it was not brought there yet. */
  public Optional<N8nWorkflow> standing(Workflow workflow)
      throws DeployException, InterruptedException {
    Optional<N8nWorkflow> there = known(workflow, new ArrayList<>());
    if (there.isEmpty()) {
      server.check(); // else one that is not there would look like one that has nothing
    }
    return there;
  }

  /**
   * Workflows there of the same name, while none of them is known to be this one of ours: then a
   * person has to say which is meant.
   */
  public List<N8nWorkflow> namesakes(Workflow workflow)
      throws DeployException, InterruptedException {
    return known(workflow, new ArrayList<>()).isPresent()
        ? List.of()
        : server.named(workflow.name());
  }

  private Optional<N8nWorkflow> known(Workflow workflow, List<String> remarks)
      throws DeployException, InterruptedException {
    Optional<String> id = known.find(server.address(), workflow.id());
    if (id.isPresent()) {
      Optional<N8nWorkflow> there = server.find(id.get());
      if (there.filter(it -> isAkin(it, workflow)).isPresent()) {
        return there;
      }
      remarks.add(
          "it was brought there before as "
              + id.get()
              + (there.isPresent()
                  ? ", which is another workflow now"
                  : ", which is there no more"));
    }
    if (Provenance.block(workflow.unknown()).get("id") instanceof String origin
        && !origin.isBlank()) {
      return server.find(origin);
    }
    return Optional.empty();
  }

  /**
   * Ids of ours are made from names, and names without Latin letters, or none at all, make the same
   * one: so the workflow there must have a node of ours to be taken for it. Nodes of old files have
   * no ids, and n8n gives them some: they are known by their names and types.
   */
  private static boolean isAkin(N8nWorkflow there, Workflow workflow) {
    List<JsonObject> theirs = nodes(there.content());
    List<JsonObject> ours = nodes(WorkflowExport.write(workflow).file());
    Set<Object> ids = ids(theirs);
    if (ids.isEmpty() || ids.removeAll(ids(ours))) {
      return true;
    }
    Set<String> known = theirs.stream().map(N8nDeployments::words).collect(Collectors.toSet());
    return !ours.isEmpty()
        && ours.stream().noneMatch(node -> node.get("id") instanceof String)
        && ours.stream().map(N8nDeployments::words).allMatch(known::contains);
  }

  private static Set<Object> ids(List<JsonObject> nodes) {
    Set<Object> ids = new HashSet<>();
    nodes.forEach(node -> {
      if (node.get("id") instanceof String id) {
        ids.add(id);
      }
    });
    return ids;
  }

  private static String words(JsonObject node) {
    return node.get("type") + " " + node.get("name");
  }

  private static List<JsonObject> nodes(JsonObject file) {
    return file.get("nodes") instanceof JsonArray nodes
        ? nodes.stream().filter(JsonObject.class::isInstance).map(JsonObject.class::cast).toList()
        : List.of();
  }

  /**
   * A second workflow of a name that is there is made, or the first one changed, on purpose only.
   */
  private void refuseNamesake(String name) throws DeployException, InterruptedException {
    List<N8nWorkflow> namesakes = server.named(name);
    if (!namesakes.isEmpty()) {
      throw new DeployException(
          Reason.REFUSED,
          called(namesakes.getFirst())
              + " is on "
              + server.address()
              + " already, and was not brought there from this home: say --workflow "
              + namesakes.getFirst().id()
              + " to put yours in its place, or --new for a second one");
    }
  }

  private static String called(N8nWorkflow workflow) {
    return "“" + workflow.name() + "” (" + workflow.id() + ")";
  }

  /**
   * Does what a plan says, and remembers what the workflow is called there.
   *
   * @throws DeployException also when somebody changed it there since it was shown
   */
  public N8nWorkflow carryOut(N8nPlan plan) throws DeployException, InterruptedException {
    N8nWorkflow done;
    if (plan.there().isEmpty()) {
      done = server.create(plan.shipment().body());
    } else {
      N8nWorkflow shown = plan.there().get();
      Optional<N8nWorkflow> now = server.find(shown.id());
      if (now.isEmpty() || !now.get().content().equals(shown.content())) {
        throw new DeployException(
            Reason.REFUSED,
            called(shown) + " was changed there since it was shown: look at it again");
      }
      done =
          plan.change() == Change.SAME ? shown : server.update(shown.id(), plan.shipment().body());
    }
    known.remember(server.address(), plan.workflow(), done.id());
    return done;
  }

  /** Lets the triggers of a workflow there listen, or no longer. */
  public N8nWorkflow activate(N8nWorkflow workflow, boolean active)
      throws DeployException, InterruptedException {
    return workflow.active() == active ? workflow : server.activate(workflow.id(), active);
  }
}
