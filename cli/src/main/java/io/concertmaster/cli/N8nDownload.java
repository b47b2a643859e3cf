package io.concertmaster.cli;

import io.concertmaster.deploy.DeployException;
import io.concertmaster.deploy.n8n.KnownWorkflows;
import io.concertmaster.deploy.n8n.N8nServer;
import io.concertmaster.deploy.n8n.N8nWorkflow;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.edit.Slug;
import io.concertmaster.model.io.WorkflowFileException;
import io.concertmaster.model.io.WorkflowFiles;
import io.concertmaster.n8n.read.Import;
import io.concertmaster.n8n.read.WorkflowImport;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code import n8n --from}: workflows of an n8n server become files of ours. */
final class N8nDownload {
  private static final String ALL = "all";

  @Option(
      names = "--from",
      paramLabel = "URL",
      description = "An n8n server, instead of a file. Alone it lists the workflows there.")
  private @Nullable String from;

  @Option(
      names = "--workflow",
      paramLabel = "ID|all",
      description = "Which workflow of the server, by n8n's id; or all, and OUT is a folder.")
  private @Nullable String workflow;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "A file with an API key of the server; otherwise $CONCERTMASTER_TOKEN.")
  private @Nullable Path tokenFile;

  @Mixin private TrustOption trust;

  @Mixin private HomeOption home;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  private N8nDownload() {}

  /** Whether a server was named. */
  boolean isAsked() {
    return from != null;
  }

  /** Whether options were given that are for servers only. */
  boolean isNamed() {
    return workflow != null || tokenFile != null || trust.isNamed();
  }

  /** Lists, or fetches and saves, and gives the exit code. */
  int run(CommandLine command, @Nullable Path out, boolean json) throws InterruptedException {
    if ((workflow == null) != (out == null)) {
      throw new CommandException(
          ExitCode.USAGE,
          "--workflow and -o go together: which one, and where to; with neither of them the"
              + " workflows of the server are listed");
    }
    try (N8nServer server =
        N8nServers.open("--from", String.valueOf(from), tokenFile, trust, command.getErr())) {
      if (workflow == null || out == null) {
        return list(server, command.getOut(), json);
      }
      return workflow.equals(ALL)
          ? all(server, out, command, json)
          : one(server, workflow, out, command, json);
    } catch (DeployException e) {
      throw new CommandException(DeployCommand.exitCode(e), String.valueOf(e.getMessage()), e);
    }
  }

  private static int list(N8nServer server, PrintWriter out, boolean json)
      throws DeployException, InterruptedException {
    List<N8nWorkflow> all = server.all();
    if (json) {
      out.print(
          Json.writePretty(
              JsonObject.of(
                  "workflows", JsonArray.copyOf(all.stream().map(N8nDownload::json).toList()))));
    } else if (all.isEmpty()) {
      out.println("no workflows that this key may see");
    } else {
      for (N8nWorkflow each : all) {
        String state = each.archived() ? "archived" : each.active() ? "active" : "";
        out.printf("%-18s %-9s %s%n", each.id(), state, each.name().replaceAll("\\p{Cntrl}+", " "));
      }
    }
    out.flush();
    return ExitCode.OK;
  }

  private static JsonObject json(N8nWorkflow workflow) {
    return JsonObject.of("id", workflow.id(), "name", workflow.name())
        .with("active", workflow.active())
        .with("archived", workflow.archived());
  }

  private int one(N8nServer server, String id, Path out, CommandLine command, boolean json)
      throws DeployException, InterruptedException {
    Optional<N8nWorkflow> there = server.find(id);
    if (there.isEmpty()) {
      throw new CommandException(
          ExitCode.USAGE,
          server.address()
              + " has no workflow of the id “"
              + id
              + "”: without --workflow and -o its workflows are listed");
    }
    return saved(server, there.get(), out).print(command, json);
  }

  private int all(N8nServer server, Path folder, CommandLine command, boolean json)
      throws DeployException, InterruptedException {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.USAGE, folder + ": is no folder and cannot be made: " + e.getMessage(), e);
    }
    List<JsonObject> told = new ArrayList<>();
    List<String> names = new ArrayList<>();
    boolean whole = true;
    for (N8nWorkflow each : server.all()) {
      String name = Slug.of(each.name(), names);
      names.add(name);
      Path file = folder.resolve(name + ".workflow.json");
      if (Files.exists(file) && !isOf(file, each.id())) {
        throw new CommandException(
            ExitCode.USAGE,
            file
                + ": is there already and is another workflow than “"
                + each.name()
                + "”: choose another folder with -o, or move it away");
      }
      ConversionReport report = saved(server, each, file);
      whole &= report.isWhole();
      if (json) {
        told.add(report.toJson());
      } else {
        report.lines(command.getOut());
        command.getOut().println();
      }
    }
    if (json) {
      command.getOut().print(Json.writePretty(JsonObject.of("workflows", JsonArray.copyOf(told))));
    } else if (names.isEmpty()) {
      command.getOut().println("no workflows that this key may see");
    }
    command.getOut().flush();
    return whole ? ExitCode.OK : ExitCode.FAILED;
  }

  private static boolean isOf(Path file, String id) {
    try {
      return id.equals(
          io.concertmaster.n8n.Provenance.block(WorkflowFiles.read(file).unknown()).get("id"));
    } catch (WorkflowFileException e) {
      return false;
    }
  }

  private ConversionReport saved(N8nServer server, N8nWorkflow there, Path out)
      throws DeployException {
    Import read = WorkflowImport.read(there.content());
    Optional<String> ours = new KnownWorkflows(home.folder()).ours(server.address(), there.id());
    Workflow workflow = ours.map(read.workflow()::withId).orElse(read.workflow());
    try {
      WorkflowFiles.save(workflow, out.toAbsolutePath());
    } catch (WorkflowFileException e) {
      throw new CommandException(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
    }
    return new ConversionReport(
        server.address() + "/workflow/" + there.id(), out.toString(), read.findings());
  }
}
