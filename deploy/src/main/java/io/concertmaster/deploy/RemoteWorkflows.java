package io.concertmaster.deploy;

import io.concertmaster.deploy.DeployException.Reason;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.form.Form;
import io.concertmaster.model.io.FormFiles;
import io.concertmaster.model.io.WorkflowFileException;
import io.concertmaster.model.io.WorkflowFiles;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Workflows of a server's project: their versions, and which of them is live. */
public final class RemoteWorkflows {
  private static final String WORKFLOWS = "/api/v1/workflows/";
  private static final String FORMS = "/api/v1/forms/";

  private final Remote remote;

  /** Of a server; closing it is the caller's business. */
  public RemoteWorkflows(Remote remote) {
    this.remote = remote;
  }

  /**
   * How a workflow stands.
   *
   * @param live number of the version that runs; empty while none does
   * @param active whether its triggers listen
   * @param addresses where its triggers are called, of those that are; none where the server is
   *     older than that it tells
   */
  public record Standing(OptionalLong live, boolean active, List<String> addresses) {
    public Standing {
      addresses = List.copyOf(addresses);
    }
  }

  /**
   * A version.
   *
   * @param number from 1
   * @param name what the workflow was called
   * @param author who brought it
   */
  public record Version(long number, String name, String author, Instant created) {}

  /** How a workflow stands; empty where the server does not know it. */
  public Optional<Standing> standing(String workflow) throws DeployException, InterruptedException {
    try {
      JsonObject answer = remote.get(path(workflow));
      return Optional.of(
          new Standing(
              answer.get("live") instanceof Long live
                  ? OptionalLong.of(live)
                  : OptionalLong.empty(),
              Boolean.TRUE.equals(answer.get("active")),
              addresses(answer)));
    } catch (DeployException e) {
      if (e.reason() == Reason.NOT_THERE) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private List<String> addresses(JsonObject workflow) {
    List<String> addresses = new ArrayList<>();
    if (workflow.get("listening") instanceof JsonObject listening
        && listening.get("triggers") instanceof JsonArray triggers) {
      for (Object each : triggers) {
        if (each instanceof JsonObject trigger && trigger.get("path") instanceof String path) {
          addresses.add(remote.server() + path);
        }
      }
    }
    return addresses;
  }

  /** The definition of a version. */
  public Workflow definition(String workflow, long version)
      throws DeployException, InterruptedException {
    JsonObject answer = remote.get(path(workflow) + "/versions/" + version);
    try {
      return WorkflowFiles.of(answer.get("workflow"));
    } catch (WorkflowFileException e) {
      throw new DeployException(
          Reason.OTHER_VERSION,
          remote.server() + " has a workflow that cannot be read here: " + e.getMessage(),
          e);
    }
  }

  /** A form as it is live; empty where the server does not know it, or none is live. */
  public Optional<Form> form(String form) throws DeployException, InterruptedException {
    JsonObject answer;
    try {
      answer = remote.get(FORMS + form);
    } catch (DeployException e) {
      if (e.reason() == Reason.NOT_THERE || e.reason() == Reason.REFUSED) {
        return Optional.empty();
      }
      throw e;
    }
    try {
      return Optional.of(FormFiles.of(answer));
    } catch (WorkflowFileException e) {
      throw new DeployException(
          Reason.OTHER_VERSION,
          remote.server() + " has a form that cannot be read here: " + e.getMessage(),
          e);
    }
  }

  /** All versions, newest first. */
  public List<Version> versions(String workflow) throws DeployException, InterruptedException {
    List<Version> versions = new ArrayList<>();
    if (remote.get(path(workflow) + "/versions").get("versions") instanceof JsonArray list) {
      for (Object each : list) {
        if (each instanceof JsonObject json && json.get("number") instanceof Long number) {
          versions.add(
              new Version(
                  number,
                  String.valueOf(json.get("name")),
                  String.valueOf(json.get("author")),
                  moment(json)));
        }
      }
    }
    return versions;
  }

  private static Instant moment(JsonObject version) {
    try {
      return version.get("created") instanceof String text ? Instant.parse(text) : Instant.EPOCH;
    } catch (DateTimeException e) {
      return Instant.EPOCH;
    }
  }

  /** Makes a version the one that runs. */
  public void makeLive(String workflow, long version) throws DeployException, InterruptedException {
    remote.post(path(workflow) + "/live", JsonObject.of("version", Long.toString(version)));
  }

  private static String path(String workflow) {
    return WORKFLOWS + workflow;
  }
}
