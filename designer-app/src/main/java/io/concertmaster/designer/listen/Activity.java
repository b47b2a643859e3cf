package io.concertmaster.designer.listen;

import io.concertmaster.designer.document.EditorDocument;
import io.concertmaster.designer.run.EngineSession;
import io.concertmaster.designer.run.Pulse;
import io.concertmaster.engine.ActiveWorkflow;
import io.concertmaster.engine.RunEvent;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.check.Problem;
import io.concertmaster.model.check.Severity;
import io.concertmaster.model.io.Sha256;
import io.concertmaster.model.io.WorkflowFiles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Which workflows are active in the engine of this window. Belongs to the JavaFX thread. */
public final class Activity {
  private final EngineSession engine;
  private final ReadOnlyObjectWrapper<Optional<Map<String, ActiveWorkflow>>> active =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Map<String, Pinned> pinned = new HashMap<>();

  /**
   * A version that is active, where the window has seen it.
   *
   * @param hash of its definition
   */
  private record Pinned(String hash, Workflow workflow) {}

  /** Of an engine. */
  public Activity(EngineSession engine) {
    this.engine = engine;
    Pulse pulse = new Pulse(400, this::refresh);
    engine.listen(event -> {
      if (event instanceof RunEvent.RunStarted || event instanceof RunEvent.StatusChanged) {
        pulse.ask();
      }
    });
    refresh();
  }

  /** The active workflows by id; empty while nobody knows yet. */
  public ReadOnlyObjectProperty<Optional<Map<String, ActiveWorkflow>>> active() {
    return active.getReadOnlyProperty();
  }

  /** Asks the engine anew. */
  public void refresh() {
    var _ = engine.<List<ActiveWorkflow>>ask(opened -> opened.active()).thenAccept(this::now);
  }

  private void now(List<ActiveWorkflow> all) {
    active.set(
        Optional.of(
            all.stream().collect(Collectors.toMap(ActiveWorkflow::id, Function.identity()))));
  }

  /** How a document stands. */
  public ActiveState state(EditorDocument document) {
    Optional<Map<String, ActiveWorkflow>> known = active.get();
    if (known.isEmpty()) {
      return new ActiveState.Unknown();
    }
    ActiveWorkflow now = known.get().get(document.id());
    if (now != null) {
      return new ActiveState.Active(now, isOther(document, now));
    }
    return whyNot(document)
        .<ActiveState>map(ActiveState.Impossible::new)
        .orElseGet(ActiveState.Inactive::new);
  }

  /** Why a document cannot be made active as it stands. */
  public static Optional<String> whyNot(EditorDocument document) {
    List<Trigger> triggers =
        Trigger.of(document.workflow().get(), document.catalog(), document.folder());
    if (triggers.isEmpty()) {
      return Optional.of(
          "This workflow has no trigger that listens: add a schedule, a webhook, a form or a folder.");
    }
    Optional<Trigger> bad = triggers.stream().filter(each -> each.words().isEmpty()).findFirst();
    if (bad.isPresent()) {
      return Optional.of(
          "“" + bad.get().name() + "” cannot listen: " + bad.get().problem().orElse(""));
    }
    List<Problem> errors =
        document.problems().get().stream()
            .filter(each -> each.severity() == Severity.ERROR)
            .toList();
    return errors.isEmpty()
        ? Optional.empty()
        : Optional.of(
            errors.size() == 1
                ? "Mend the problem first: " + errors.getFirst().message()
                : "Mend the " + errors.size() + " problems of this workflow first.");
  }

  /** Makes a saved workflow active, in the version of the window. */
  public CompletableFuture<ActiveWorkflow> activate(EditorDocument document) {
    Workflow workflow = document.workflow().get().live();
    return engine
        .ask(opened -> {
          ActiveWorkflow now = opened.activate(workflow, document.folder());
          if (!opened.openings().isEmpty()) {
            var _ = engine.door().address(); // somebody listens from now on
          }
          return now;
        })
        .thenApply(now -> {
          pinned.put(now.id(), new Pinned(now.definition(), workflow));
          refresh();
          return now;
        });
  }

  /** Makes a workflow inactive. */
  public CompletableFuture<Boolean> deactivate(String id) {
    return engine
        .<Boolean>ask(opened -> opened.deactivate(id))
        .thenApply(was -> {
          refresh();
          return was;
        });
  }

  /**
   * Whether what is active differs from a document in more than the places of nodes. An active
   * version that the window never saw is known by its hash alone.
   */
  private boolean isOther(EditorDocument document, ActiveWorkflow now) {
    Workflow here = document.workflow().get().live();
    Pinned known = pinned.get(now.id());
    if (known == null || !known.hash().equals(now.definition())) {
      if (document.dirty().get()
          || !Sha256.hex(WorkflowFiles.write(here)).equals(now.definition())) {
        return true;
      }
      pinned.put(now.id(), new Pinned(now.definition(), here));
      return false;
    }
    Workflow there = known.workflow();
    return !there.nodes().equals(here.nodes())
        || !there.connections().equals(here.connections())
        || !there.settings().equals(here.settings())
        || !there.name().equals(here.name());
  }
}
