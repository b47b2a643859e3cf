package io.concertmaster.cli;

import io.concertmaster.deploy.DeployException;
import io.concertmaster.deploy.n8n.KnownWorkflows;
import io.concertmaster.deploy.n8n.N8nDeployments;
import io.concertmaster.deploy.n8n.N8nDeployments.Counterpart;
import io.concertmaster.deploy.n8n.N8nPlan;
import io.concertmaster.deploy.n8n.N8nPlan.Change;
import io.concertmaster.deploy.n8n.N8nServer;
import io.concertmaster.deploy.n8n.N8nWorkflow;
import io.concertmaster.model.Workflow;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code deploy --target n8n}: workflows go to an n8n server, the report of the exporter first. */
final class N8nDeploy {
  /** What kind of server it is. */
  enum Target {
    CONCERTMASTER,
    N8N
  }

  @Option(
      names = "--target",
      defaultValue = "concertmaster",
      paramLabel = "concertmaster|n8n",
      description =
          "What the server is. With n8n the workflows become n8n's first, and a report says what"
              + " becomes of each part. Default: concertmaster.")
  private Target target = Target.CONCERTMASTER;

  @Option(
      names = "--workflow",
      paramLabel = "ID",
      description =
          "n8n's id of the workflow to change. Default: the one that was brought there from this"
              + " home before, or from which yours was read.")
  private @Nullable String workflow;

  @Option(
      names = "--new",
      description = "Makes a new workflow in n8n, also where one of this name is.")
  private boolean fresh;

  /** Whether the server is one of n8n's. */
  boolean isTarget() {
    return target == Target.N8N;
  }

  /** Whether an option was given that is for n8n only. */
  boolean isNamed() {
    return workflow != null || fresh;
  }

  /**
   * Shows what becomes of the workflows and what would change, and brings them there.
   *
   * @param activate whether their triggers are to listen; null to leave that as it is
   * @param declined asks a question and tells whether the answer was no
   */
  int deploy(
      N8nServer server,
      Path home,
      List<Path> files,
      @Nullable Boolean activate,
      boolean dryRun,
      Predicate<String> declined,
      PrintWriter out,
      boolean json)
      throws DeployException, InterruptedException {
    if (workflow != null && (fresh || files.size() != 1)) {
      throw new CommandException(
          ExitCode.USAGE, "--workflow goes with one file, and not with --new");
    }
    N8nDeployments deployments = new N8nDeployments(server, new KnownWorkflows(home));
    List<N8nPlan> plans = new ArrayList<>();
    List<JsonObject> told = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      Path file = files.get(i);
      Workflow read = workflow(file);
      N8nPlan plan = deployments.plan(read, counterpart());
      ConversionReport report =
          new ConversionReport(
              file.toString(), "n8n at " + server.address(), plan.shipment().findings());
      if (!json) {
        if (i > 0) {
          out.println();
        }
        report.lines(out);
        out.println();
        lines(plan).forEach(out::println);
        out.flush();
      }
      plans.add(plan);
      told.add(json(plan).with("report", report.toJson()));
    }
    if (!dryRun && plans.stream().anyMatch(plan -> isToDo(plan, activate))) {
      if (declined.test("Deploy to n8n at " + server.address() + "?")) {
        return ExitCode.STOPPED;
      }
      for (int i = 0; i < plans.size(); i++) {
        N8nWorkflow done = bring(deployments, plans.get(i), activate, server, out, json);
        told.set(i, told.get(i).with("workflow", done.id()).with("active", done.active()));
      }
    }
    if (json) {
      out.print(Json.writePretty(JsonObject.of("workflows", JsonArray.copyOf(told))));
    }
    out.flush();
    return ExitCode.OK;
  }

  private static Workflow workflow(Path file) {
    if (FormFile.is(file)) {
      throw new CommandException(
          ExitCode.USAGE, file + ": n8n has no forms of their own: name workflows only");
    }
    return Definitions.read(file);
  }

  private Counterpart counterpart() {
    if (workflow != null) {
      return new Counterpart.Of(workflow);
    }
    return fresh ? new Counterpart.Fresh() : new Counterpart.Known();
  }

  private static boolean isToDo(N8nPlan plan, @Nullable Boolean activate) {
    return plan.change() != Change.SAME
        || (activate != null && plan.there().filter(it -> it.active() == activate).isEmpty());
  }

  private static N8nWorkflow bring(
      N8nDeployments deployments,
      N8nPlan plan,
      @Nullable Boolean activate,
      N8nServer server,
      PrintWriter out,
      boolean json)
      throws DeployException, InterruptedException {
    N8nWorkflow done = deployments.carryOut(plan);
    String where = server.address() + "/workflow/" + done.id();
    if (!json) {
      out.println(
          switch (plan.change()) {
            case NEW -> "“" + plan.name() + "” is there now: " + where;
            case CHANGED -> "“" + plan.name() + "” is changed there: " + where;
            case SAME -> "“" + plan.name() + "” was there already: " + where;
          });
      out.flush();
    }
    if (activate != null) {
      done = deployments.activate(done, activate);
    }
    if (!json) {
      out.println(done.active() ? "Its triggers listen." : "It is not active there.");
      out.flush();
    }
    return done;
  }

  private static List<String> lines(N8nPlan plan) {
    List<String> lines = new ArrayList<>();
    String what =
        switch (plan.change()) {
          case NEW -> "new there";
          case SAME -> "as it is there";
          case CHANGED ->
              plan.lines().isEmpty()
                  ? "changed, but does the same"
                  : plan.lines().size() == 1 ? "1 change" : plan.lines().size() + " changes";
        };
    String id = plan.there().map(it -> " (" + it.id() + ")").orElse("");
    lines.add("workflow “" + plan.name() + "”" + id + ": " + what);
    plan.lines().forEach(line -> lines.add("  " + line));
    plan.remarks().forEach(line -> lines.add("note: " + line));
    return lines;
  }

  private static JsonObject json(N8nPlan plan) {
    JsonObject json =
        JsonObject.of("id", plan.workflow(), "name", plan.name())
            .with("change", plan.change().name().toLowerCase(Locale.ROOT))
            .with("lines", JsonArray.copyOf(plan.lines()))
            .with("remarks", JsonArray.copyOf(plan.remarks()));
    return plan.there().isPresent() ? json.with("workflow", plan.there().get().id()) : json;
  }
}
