package io.concertmaster.designer.deploy;

import io.concertmaster.deploy.DeployException;
import io.concertmaster.deploy.n8n.N8nDeployments;
import io.concertmaster.deploy.n8n.N8nDeployments.Counterpart;
import io.concertmaster.deploy.n8n.N8nPlan;
import io.concertmaster.deploy.n8n.N8nWorkflow;
import io.concertmaster.designer.deploy.DifferenceRow.Kind;
import io.concertmaster.model.Workflow;
import io.concertmaster.n8n.report.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A workflow on its way to an n8n server: the report of what becomes of it, and the difference. */
final class N8nGoing {
  private N8nGoing() {}

  /**
   * What the server was asked.
   *
   * @param plan what would be done; empty while it is not clear which workflow there is meant
   * @param namesakes those that may be meant
   */
  record Asked(Optional<N8nPlan> plan, List<N8nWorkflow> namesakes) {}

  /**
   * Which workflow there is to be changed.
   *
   * @param words for people
   */
  record Choice(Counterpart counterpart, String words) {
    @Override
    public String toString() {
      return words;
    }
  }

  /** Looks; nothing is changed. */
  static Asked plan(N8nDeployments there, Workflow workflow, Counterpart counterpart)
      throws DeployException, InterruptedException {
    if (counterpart instanceof Counterpart.Known) {
      List<N8nWorkflow> namesakes = there.namesakes(workflow);
      if (!namesakes.isEmpty()) {
        return new Asked(Optional.empty(), namesakes);
      }
    }
    return new Asked(Optional.of(there.plan(workflow, counterpart)), List.of());
  }

  /** Brings it there, as it was shown. */
  static N8nWorkflow bring(N8nDeployments there, N8nPlan plan, boolean active, boolean switches)
      throws DeployException, InterruptedException {
    N8nWorkflow done = there.carryOut(plan);
    return switches ? there.activate(done, active) : done;
  }

  /** What people may choose where workflows there are called the same. */
  static List<Choice> choices(List<N8nWorkflow> namesakes) {
    List<Choice> choices = new ArrayList<>();
    for (N8nWorkflow each : namesakes) {
      choices.add(
          new Choice(
              new Counterpart.Of(each.id()),
              "Put it in the place of “" + each.name() + "” (" + each.id() + ")"));
    }
    choices.add(new Choice(new Counterpart.Fresh(), "Make a second one of this name"));
    return choices;
  }

  /** Whether something would be sent, or only looked at. */
  static boolean isToDo(N8nPlan plan, boolean active, boolean switches) {
    return plan.change() != N8nPlan.Change.SAME || (switches && active != isActive(plan));
  }

  /** Whether its triggers listen there now. */
  static boolean isActive(N8nPlan plan) {
    return plan.there().filter(N8nWorkflow::active).isPresent();
  }

  static String summary(N8nPlan plan) {
    long lost = count(plan, Finding.Kind.LEFT_OUT);
    String what =
        switch (plan.change()) {
          case NEW -> "“" + plan.name() + "” is new there";
          case CHANGED ->
              plan.lines().isEmpty()
                  ? "“" + plan.name() + "” is changed there"
                  : counted(plan.lines().size(), "line differs", "lines differ") + " there";
          case SAME -> "It lies there as it is here";
        };
    return what
        + (lost == 0
            ? "; all of it can go."
            : "; " + counted(lost, "thing", "things") + " cannot go to n8n.");
  }

  /** The report first, then what differs. */
  static List<DifferenceRow> rows(N8nPlan plan, Workflow front) {
    List<DifferenceRow> rows = new ArrayList<>();
    long lost = count(plan, Finding.Kind.LEFT_OUT);
    long near = count(plan, Finding.Kind.APPROXIMATED);
    rows.add(
        new DifferenceRow(
            Kind.WORKFLOW,
            "What becomes of it in n8n",
            lost + near == 0
                ? "all means the same"
                : lost + " left out, " + near + " with nearly the same meaning"));
    for (Finding.Kind kind : List.of(Finding.Kind.LEFT_OUT, Finding.Kind.APPROXIMATED)) {
      for (Finding each : plan.shipment().findings()) {
        if (each.kind() == kind) {
          rows.add(row(each, front));
        }
      }
    }
    rows.add(
        new DifferenceRow(
            Kind.WORKFLOW,
            plan.name(),
            switch (plan.change()) {
              case NEW -> "new there, " + counted(front.nodes().size(), "node", "nodes");
              case CHANGED -> "changed";
              case SAME -> "as it is there";
            }));
    for (String each : plan.lines()) {
      boolean value = each.startsWith(" ");
      rows.add(new DifferenceRow(value ? Kind.VALUE : Kind.CHANGED, each.strip(), ""));
    }
    plan.remarks().forEach(each -> rows.add(new DifferenceRow(Kind.REMARK, each, "")));
    return rows;
  }

  private static DifferenceRow row(Finding finding, Workflow front) {
    Optional<String> node =
        front.nodes().entrySet().stream()
            .filter(each -> each.getValue().name().equals(finding.node()))
            .map(Map.Entry::getKey)
            .findFirst();
    return new DifferenceRow(
        finding.kind() == Finding.Kind.LEFT_OUT ? Kind.WARNING : Kind.REMARK,
        finding.node().isEmpty() ? "The workflow itself" : finding.node(),
        (finding.parameter().isEmpty() ? "" : finding.parameter() + ": ") + finding.message(),
        node);
  }

  private static long count(N8nPlan plan, Finding.Kind kind) {
    return plan.shipment().findings().stream().filter(each -> each.kind() == kind).count();
  }

  private static String counted(long count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }
}
