package io.concertmaster.cli;

import io.concertmaster.deploy.Bundle;
import io.concertmaster.deploy.BundleReader;
import io.concertmaster.deploy.DeployException;
import io.concertmaster.deploy.Deployments;
import io.concertmaster.deploy.Part;
import io.concertmaster.deploy.Preview;
import io.concertmaster.deploy.Remote;
import io.concertmaster.deploy.RemoteWorkflows;
import io.concertmaster.deploy.n8n.N8nServer;
import io.concertmaster.n8n.read.WorkflowDocuments;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import java.io.Console;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code concertmaster deploy}: workflows, and what they need, to a server. */
@Command(
    name = "deploy",
    mixinStandardHelpOptions = true,
    description =
        "Shows what would change on a server of ConcertMaster or n8n, and brings workflows there.",
    footer = {
      "",
      "On a terminal it asks before it goes, without --yes; elsewhere it goes.",
      "Exit: 0 all is there, 1 the server cannot run it or the smoke run failed, 2 wrong usage or no"
          + " connection, 3 you said no."
    })
final class DeployCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private RemoteOptions remotes;
  @Mixin private HomeOption home;

  @Mixin private N8nDeploy n8n;

  @Parameters(arity = "0..*", paramLabel = "FILE", description = "The workflows, and forms.")
  private List<Path> files = List.of();

  @Option(
      names = "--activate",
      negatable = true,
      description =
          "Lets their triggers listen there. Default: they do; in n8n they stay as they are.")
  private @Nullable Boolean activate;

  @Option(
      names = "--smoke",
      paramLabel = "ITEMS.json",
      description = "Runs the first workflow there once, with these items.")
  private @Nullable Path smoke;

  @Option(
      names = "--smoke-timeout",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "How long the smoke run may take. Default: ${DEFAULT-VALUE}.")
  private int smokeTimeout;

  @Option(
      names = "--dry-run",
      description = "Shows what would change, or be rolled back, and ends.")
  private boolean dryRun;

  @Option(
      names = "--rollback",
      description = "Goes back to what was live before the newest deployment; takes no files.")
  private boolean rollback;

  @Option(names = "--yes", description = "Does not ask.")
  private boolean yes;

  @Option(names = "--json", description = "Prints what was done as JSON; does not ask.")
  private boolean json;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  private DeployCommand() {}

  @Override
  public Integer call() throws InterruptedException {
    if (rollback != files.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          rollback ? "--rollback takes no files" : "name the files to deploy, or --rollback");
    }
    if (n8n.isTarget()) {
      return toN8n();
    }
    if (n8n.isNamed()) {
      throw new ParameterException(
          spec.commandLine(), "--workflow and --new go with --target n8n only");
    }
    try (Remote remote = remotes.open(home.folder())) {
      if (remote.isInTheClear()) {
        warn("the token goes to " + remote.server() + " unencrypted: use https");
      }
      Deployments deployments = new Deployments(remote);
      return rollback ? rollBack(remote, deployments) : deploy(remote, deployments);
    } catch (DeployException e) {
      e.details().forEach(line -> spec.commandLine().getErr().println(line));
      spec.commandLine().getErr().flush();
      throw new CommandException(exitCode(e), e.getMessage() + advice(e), e);
    }
  }

  private int toN8n() throws InterruptedException {
    if (rollback
        || smoke != null
        || spec.commandLine().getParseResult().hasMatchedOption("--project")) {
      throw new ParameterException(
          spec.commandLine(),
          "--rollback, --smoke and --project are not for n8n: its API has none of them");
    }
    files.forEach(Designers::existing);
    PrintWriter err = spec.commandLine().getErr();
    try (N8nServer server = remotes.openN8n(home.folder(), err)) {
      return n8n.deploy(
          server, home.folder(), files, activate, dryRun, this::isDeclined, out(), json);
    } catch (DeployException e) {
      throw new CommandException(exitCode(e), String.valueOf(e.getMessage()), e);
    }
  }

  private void warn(String what) {
    PrintWriter err = spec.commandLine().getErr();
    err.println("warning: " + what);
    err.flush();
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private boolean activates() {
    return activate == null || activate;
  }

  /** The exit code for what a server, or the way to it, did not allow. */
  static int exitCode(DeployException e) {
    return switch (e.reason()) {
      case REFUSED, NOT_THERE -> ExitCode.FAILED;
      case BAD_FILE,
          UNREACHABLE,
          NO_SERVER,
          OTHER_VERSION,
          NOT_TRUSTED,
          OTHER_ADDRESS,
          NO_TOKEN,
          NOT_ALLOWED ->
          ExitCode.USAGE;
    };
  }

  private static String advice(DeployException e) {
    return switch (e.reason()) {
      case NO_TOKEN -> "; give one with --token-file or CONCERTMASTER_TOKEN";
      case NOT_TRUSTED -> " (--trust FILE)";
      case BAD_FILE,
          UNREACHABLE,
          NO_SERVER,
          OTHER_VERSION,
          OTHER_ADDRESS,
          NOT_ALLOWED,
          NOT_THERE,
          REFUSED ->
          "";
    };
  }

  private int rollBack(Remote remote, Deployments deployments)
      throws DeployException, InterruptedException {
    Deployments.Made newest =
        deployments
            .newest(each -> true)
            .orElseThrow(() ->
                new CommandException(
                    ExitCode.USAGE,
                    "nothing was deployed to " + remote.server() + " that is still there"));
    long number = newest.number();
    DeployReport report = report();
    report.takesBack(newest);
    if (dryRun) {
      report.end();
      return ExitCode.OK;
    }
    if (isDeclined("Roll back deployment " + number + " on " + remote.server() + "?")) {
      return ExitCode.STOPPED;
    }
    deployments.rollBack(number);
    report.rolledBack(number);
    return ExitCode.OK;
  }

  private int deploy(Remote remote, Deployments deployments)
      throws DeployException, InterruptedException {
    files.forEach(Designers::existing);
    JsonArray items = smokeItems();
    Bundle bundle = BundleReader.read(files, file -> WorkflowDocuments.read(file).workflow());
    if (smoke != null) {
      tried(bundle);
      deployments.mustRun();
    }
    Preview preview = deployments.preview(bundle);
    DeployReport report = report();
    report.shown(bundle, preview);
    if (!preview.deployable()) {
      report.end();
      throw new CommandException(
          ExitCode.FAILED, remote.server() + " cannot run this as it is: see the errors above");
    }
    boolean there = preview.isSame() && isActiveAsWanted(preview);
    if (dryRun) {
      report.end();
      return ExitCode.OK;
    }
    if (!there) {
      if (isDeclined("Deploy to " + remote.server() + "?")) {
        return ExitCode.STOPPED;
      }
      report.deployed(deployments.deploy(bundle, preview, activates()), activates());
      if (activates()) {
        report.listens(addresses(remote, bundle));
      }
    }
    int exit = smoke == null ? ExitCode.OK : smokeRun(deployments, bundle, items, report);
    report.end();
    return exit;
  }

  /** Where the triggers of what goes are called now; that they cannot be asked is a warning. */
  private List<String> addresses(Remote remote, Bundle bundle) throws InterruptedException {
    List<String> addresses = new ArrayList<>();
    try {
      for (Part each : bundle.parts()) {
        if (each.kind() == Part.Kind.WORKFLOW) {
          new RemoteWorkflows(remote)
              .standing(each.id())
              .ifPresent(there -> addresses.addAll(there.addresses()));
        }
      }
    } catch (DeployException e) {
      warn("it is not known where it is called: " + e.getMessage());
    }
    return addresses;
  }

  private boolean isActiveAsWanted(Preview preview) {
    return !activates()
        || preview.changes().stream()
            .allMatch(each -> each.active() || !each.kind().equals(Part.Kind.WORKFLOW.id()));
  }

  private JsonArray smokeItems() {
    if (smoke == null) {
      return JsonArray.empty();
    }
    List<Item> items = InputItems.read(smoke);
    return JsonArray.copyOf(items.stream().map(Item::json).toList());
  }

  /** The workflow that is tried: the first that was named, or the first that goes. */
  private static Part tried(Bundle bundle) {
    return bundle.parts().stream()
        .filter(part -> part.kind() == Part.Kind.WORKFLOW)
        .findFirst()
        .orElseThrow(() ->
            new CommandException(
                ExitCode.USAGE, "--smoke needs a workflow: name one, or leave --smoke out"));
  }

  private int smokeRun(Deployments deployments, Bundle bundle, JsonArray items, DeployReport report)
      throws DeployException, InterruptedException {
    Deployments.Run run =
        deployments.smoke(tried(bundle).id(), items, Duration.ofSeconds(smokeTimeout));
    report.smoked(run);
    return run.isWell() ? ExitCode.OK : ExitCode.FAILED;
  }

  private DeployReport report() {
    return new DeployReport(out(), json);
  }

  @SuppressWarnings("SystemConsoleNull") // it still is, without a terminal
  private boolean isDeclined(String question) {
    Console console = System.console();
    if (yes || json || console == null || !console.isTerminal()) {
      return false;
    }
    String said = console.readLine("%s [y/N] ", question);
    return said == null || !said.strip().equalsIgnoreCase("y");
  }
}
