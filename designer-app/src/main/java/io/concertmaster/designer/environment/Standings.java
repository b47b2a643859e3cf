package io.concertmaster.designer.environment;

import io.concertmaster.deploy.DeployException.Reason;
import io.concertmaster.deploy.RemoteWorkflows;
import io.concertmaster.deploy.environment.Environment;
import io.concertmaster.deploy.n8n.Shipment;
import io.concertmaster.designer.document.EditorDocument;
import io.concertmaster.designer.document.OpenDocuments;
import io.concertmaster.designer.run.Pulse;
import io.concertmaster.designer.window.Failure;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.diff.WorkflowDifference;
import io.concertmaster.n8n.read.WorkflowImport;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the workflow in front stands in each environment. Belongs to the JavaFX thread.
 *
 * <p>Design note. A server is asked which version is live when a document comes to the front, after
 * a deployment, and once a minute while somebody looks; the definition is fetched once for each
 * version. Edits are compared with that here, and no server hears of them. What goes with the
 * workflow (forms, the workflows that it calls) is compared as its files say it when the server is
 * asked.
 */
public final class Standings {
  private static final Duration AGAIN = Duration.minutes(1);

  private final Servers servers;
  private final OpenDocuments documents;
  private final Map<Place, Known> known = new HashMap<>();
  private final ReadOnlyObjectWrapper<Map<String, Standing>> now =
      new ReadOnlyObjectWrapper<>(Map.of());
  private final Pulse compare = new Pulse(250, this::compare);
  private final Timeline clock;

  /** A workflow in an environment. */
  private record Place(Environment environment, String workflow) {}

  /**
   * What a server said.
   *
   * @param trouble why it said nothing
   * @param live the definition that is live; null while none is
   * @param belongings how many things differ in what goes with it
   * @param compared the definition in the window with which the count was made
   */
  private record Known(
      Optional<Standing.Unknown> trouble,
      OptionalLong version,
      boolean active,
      @Nullable Workflow live,
      int belongings,
      @Nullable Workflow compared,
      OptionalInt changes) {
    Known with(Workflow here, int count) {
      return new Known(trouble, version, active, live, belongings, here, OptionalInt.of(count));
    }
  }

  /** A definition that is live, and how many things differ in what goes with it. */
  private record Found(
      OptionalLong version, boolean active, @Nullable Workflow live, int belongings) {}

  /** Of the document in front. */
  public Standings(Servers servers, OpenDocuments documents) {
    this.servers = servers;
    this.documents = documents;
    clock = new Timeline(new KeyFrame(AGAIN, tick -> refresh()));
    clock.setCycleCount(Animation.INDEFINITE);
    servers.all().subscribe(all -> refresh());
    documents.active().subscribe(front -> refresh());
    documents
        .ofWorkflow(EditorDocument::workflow)
        .subscribe(workflow -> {
          if (workflow != null) {
            compare.ask();
          }
        });
  }

  /** By name of the environment, in their order; empty while a form is in front. */
  public ReadOnlyObjectProperty<Map<String, Standing>> now() {
    return now.getReadOnlyProperty();
  }

  /** Asks once a minute from now on, or no more: nobody looks. */
  public void watch(boolean looked) {
    if (looked) {
      clock.play();
    } else {
      clock.stop();
    }
  }

  /** Asks all servers anew about the workflow in front. */
  public void refresh() {
    EditorDocument document = front();
    if (document != null) {
      servers.all().get().forEach(each -> refresh(new Place(each, document.id()), document));
    }
    show();
  }

  private void refresh(Place place, EditorDocument document) {
    Known before = known.get(place);
    Workflow seen = before == null ? null : before.live();
    OptionalLong version = before == null ? OptionalLong.empty() : before.version();
    CompletableFuture<Found> asked =
        isOfN8n(place)
            ? inN8n(place, document.workflow().get())
            : onServer(place, seen, version, Belongings.of(document));
    var _ =
        asked.whenComplete((found, failure) -> {
          if (found != null) {
            boolean same = found.live() != null && found.live().equals(seen);
            known.put(
                place,
                new Known(
                    Optional.empty(),
                    found.version(),
                    found.active(),
                    found.live(),
                    found.belongings(),
                    same && before != null ? before.compared() : null,
                    same && before != null ? before.changes() : OptionalInt.empty()));
            compare();
          } else {
            known.put(
                place,
                new Known(
                    Optional.of(trouble(failure)),
                    version,
                    false,
                    seen,
                    0,
                    null,
                    OptionalInt.empty()));
            show();
          }
        });
  }

  private CompletableFuture<Found> onServer(
      Place place, @Nullable Workflow seen, OptionalLong version, Belongings belongings) {
    return servers.ask(
        place.environment(),
        remote -> {
          RemoteWorkflows workflows = new RemoteWorkflows(remote);
          Optional<RemoteWorkflows.Standing> standing = workflows.standing(place.workflow());
          OptionalLong live =
              standing.map(RemoteWorkflows.Standing::live).orElse(OptionalLong.empty());
          boolean active = standing.filter(RemoteWorkflows.Standing::active).isPresent();
          if (live.isEmpty()) {
            return new Found(live, active, null, 0);
          }
          return new Found(
              live,
              active,
              seen != null && version.equals(live)
                  ? seen
                  : workflows.definition(place.workflow(), live.getAsLong()),
              belongings.changes(remote));
        });
  }

  /**
   * n8n keeps no numbers of versions that its API would tell, and takes workflows one by one: what
   * goes with one does not count.
   */
  private CompletableFuture<Found> inN8n(Place place, Workflow here) {
    return servers.askN8n(
        place.environment(),
        deployments ->
            deployments
                .standing(here)
                .map(there ->
                    new Found(
                        OptionalLong.of(0),
                        there.active(),
                        WorkflowImport.read(there.content()).workflow(),
                        0))
                .orElse(new Found(OptionalLong.empty(), false, null, 0)));
  }

  private static boolean isOfN8n(Place place) {
    return place.environment().kind() == Environment.Kind.N8N;
  }

  /** What would be sent there: n8n's form of a workflow lacks what n8n does not know. */
  private static Workflow sent(Place place, Workflow here) {
    return isOfN8n(place) ? Shipment.of(here).arriving() : here;
  }

  private static Standing.Unknown trouble(Throwable failure) {
    String why = Failure.words(failure);
    String brief =
        switch (Servers.reason(failure).orElse(Reason.UNREACHABLE)) {
          case UNREACHABLE -> "unreachable";
          case NO_SERVER -> "another kind of server";
          case OTHER_VERSION -> "another version";
          case NOT_TRUSTED, OTHER_ADDRESS -> "certificate not trusted";
          case NO_TOKEN -> "token refused";
          case NOT_ALLOWED -> "not allowed";
          case BAD_FILE, NOT_THERE, REFUSED -> "trouble";
        };
    return new Standing.Unknown(brief, why);
  }

  /** Counts anew where the window or the server has another definition than was counted with. */
  private void compare() {
    EditorDocument document = front();
    if (document != null) {
      Workflow here = document.workflow().get();
      for (Environment each : servers.all().get()) {
        Place place = new Place(each, document.id());
        Known there = known.get(place);
        if (there != null && there.live() != null && !here.equals(there.compared())) {
          Workflow live = there.live();
          var _ =
              servers
                  .work(() -> WorkflowDifference.between(live, sent(place, here)).count())
                  .thenAccept(count -> {
                    known.computeIfPresent(
                        place,
                        (same, entry) ->
                            live.equals(entry.live()) ? entry.with(here, count) : entry);
                    show();
                  });
        }
      }
    }
    show();
  }

  private void show() {
    EditorDocument document = front();
    Map<String, Standing> standings = new LinkedHashMap<>();
    if (document != null) {
      for (Environment each : servers.all().get()) {
        standings.put(each.name(), standing(each, known.get(new Place(each, document.id()))));
      }
    }
    if (!now.get().equals(standings)) {
      now.set(standings);
    }
  }

  private static Standing standing(Environment environment, @Nullable Known there) {
    if (there == null) {
      return new Standing.Looking();
    }
    if (there.trouble().isPresent()) {
      return there.trouble().get();
    }
    if (there.version().isEmpty()) {
      return new Standing.NotDeployed();
    }
    if (there.changes().isPresent() && environment.kind() == Environment.Kind.N8N) {
      return new Standing.InN8n(there.active(), there.changes().getAsInt());
    }
    return there.changes().isEmpty()
        ? new Standing.Looking()
        : new Standing.Live(
            there.version().getAsLong(),
            there.active(),
            there.changes().getAsInt() + there.belongings());
  }

  private @Nullable EditorDocument front() {
    return documents.active().get() instanceof EditorDocument workflow ? workflow : null;
  }
}
