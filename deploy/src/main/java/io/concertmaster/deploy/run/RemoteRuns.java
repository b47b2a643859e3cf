package io.concertmaster.deploy.run;

import io.concertmaster.deploy.DeployException;
import io.concertmaster.deploy.DeployException.Reason;
import io.concertmaster.deploy.Remote;
import io.concertmaster.deploy.ServerEvent;
import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.ItemPage;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunSummary;
import io.concertmaster.engine.RunView;
import io.concertmaster.engine.UncertainDecision;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.io.WorkflowFileException;
import io.concertmaster.model.io.WorkflowFiles;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Runs of a server's project: looked at, followed and steered. May be used by several threads. */
public final class RemoteRuns {
  private static final String RUNS = "/api/v1/runs";

  /** Definitions of runs that were looked at last. */
  private static final int KEPT = 30;

  private final Remote remote;
  private final Map<String, Workflow> definitions =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Workflow> eldest) {
              return size() > KEPT;
            }
          });

  /** Of a server; closing it is the caller's business. */
  public RemoteRuns(Remote remote) {
    this.remote = remote;
  }

  /**
   * The newest runs of a workflow, newest first.
   *
   * @param limit at most so many, from 1 to 1000
   */
  public List<RunSummary> newest(String workflow, int limit)
      throws DeployException, InterruptedException {
    JsonObject answer = remote.get(RUNS + "?limit=" + limit + "&workflow=" + encoded(workflow));
    return read(() -> {
      List<RunSummary> runs = new ArrayList<>();
      RunReader.objects(answer.get("runs")).forEach(each -> runs.add(RunReader.summary(each)));
      return runs;
    });
  }

  /** How a run stands; empty where there is none of this number. */
  public Optional<RunView> run(RunId run) throws DeployException, InterruptedException {
    JsonObject detail;
    try {
      detail = remote.get(RUNS + "/" + run);
    } catch (DeployException e) {
      if (e.reason() == Reason.NOT_THERE) {
        return Optional.empty();
      }
      throw e;
    }
    Workflow workflow = definition(run, String.valueOf(detail.get("definition")));
    return Optional.of(read(() -> RunReader.view(detail, workflow)));
  }

  private Workflow definition(RunId run, String hash) throws DeployException, InterruptedException {
    Workflow known = definitions.get(hash);
    if (known != null) {
      return known;
    }
    try {
      Workflow read = WorkflowFiles.of(remote.get(RUNS + "/" + run + "/workflow"));
      definitions.put(hash, read);
      return read;
    } catch (DeployException e) {
      throw e.reason() == Reason.NOT_THERE
          ? new DeployException(
              Reason.OTHER_VERSION,
              remote.server() + " is older than this program needs: bring it up to date",
              e)
          : e;
    } catch (WorkflowFileException e) {
      throw other(e);
    }
  }

  /**
   * A page of a list of a run.
   *
   * @param list as a {@link RunView} of this server names it
   */
  public ItemPage items(RunId run, ItemListRef list, long from, int limit)
      throws DeployException, InterruptedException {
    JsonObject page =
        remote.get(
            RUNS
                + "/"
                + run
                + "/items?list="
                + encoded(list.id())
                + "&from="
                + from
                + "&limit="
                + limit);
    return read(() -> RunReader.page(page));
  }

  /** Starts a run of the live version without input. */
  public RunId start(String workflow) throws DeployException, InterruptedException {
    JsonObject body = JsonObject.of("workflow", workflow, "input", JsonArray.empty());
    return started(remote.post(RUNS, body));
  }

  /** Starts a run that has ended once more, as it was. */
  public RunId retry(RunId run) throws DeployException, InterruptedException {
    return started(remote.post(RUNS + "/" + run + "/retry"));
  }

  private RunId started(JsonObject answer) throws DeployException {
    if (answer.get("run") instanceof Long number) {
      return new RunId(number);
    }
    throw other(new IllegalArgumentException("“run” is missing"));
  }

  /** Ends a run for good. */
  public void cancel(RunId run) throws DeployException, InterruptedException {
    remote.post(RUNS + "/" + run + "/cancel");
  }

  /** Takes up a run that was cut short. */
  public void resume(RunId run) throws DeployException, InterruptedException {
    remote.post(RUNS + "/" + run + "/resume");
  }

  /** Takes up a run with a word about its step that was cut short. */
  public void resume(RunId run, UncertainDecision decision)
      throws DeployException, InterruptedException {
    remote.post(
        RUNS + "/" + run + "/decision",
        JsonObject.of("decision", decision.name().toLowerCase(Locale.ROOT)));
  }

  /**
   * Hears what happens in a run until it has ended, or this thread is interrupted.
   *
   * @param after id of the last event that is known; empty for none
   * @param heard on the thread that called
   * @throws DeployException also when the connection breaks
   */
  public void follow(RunId run, String after, Consumer<ServerEvent> heard)
      throws DeployException, InterruptedException {
    remote.follow(RUNS + "/" + run + "/events", after, heard);
  }

  private <T> T read(Supplier<T> reader) throws DeployException {
    try {
      return reader.get();
    } catch (IllegalArgumentException e) {
      throw other(e);
    }
  }

  private DeployException other(Exception e) {
    return new DeployException(
        Reason.OTHER_VERSION,
        remote.server() + " tells of runs in a way that is not known here: " + e.getMessage(),
        e);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
