package io.concertmaster.engine.local.trigger;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.EngineException.Reason;
import io.concertmaster.engine.Opening;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.local.FileRule;
import io.concertmaster.engine.local.WrittenPath;
import io.concertmaster.engine.local.journal.ActiveRow;
import io.concertmaster.engine.local.journal.Moment;
import io.concertmaster.engine.local.journal.ScheduleRow;
import io.concertmaster.engine.local.journal.SeenFile.Stamp;
import io.concertmaster.engine.local.journal.WatchRow;
import io.concertmaster.engine.local.journal.WatchTables;
import io.concertmaster.node.Listening;
import io.concertmaster.node.NodeException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes registrations: of workflows that become active, and of those in the store. */
final class Registrations {
  private final TriggerHost host;

  Registrations(TriggerHost host) {
    this.host = host;
  }

  /**
   * Of a workflow that becomes active, or is given another definition. A schedule whose settings
   * stay the same goes on where it was. Durable on return.
   *
   * @param before what it was, where it was active; its lock is held
   */
  Registration activated(Checked definition, String folder, Optional<Registration> before)
      throws EngineException {
    Instant now = host.now();
    String workflow = definition.workflow().id();
    List<ClockListener> schedules = new ArrayList<>();
    for (String node : definition.triggers().keySet()) {
      Optional<ScheduleRow> known =
          before.stream()
              .filter(was -> was.definition().listensAlike(definition, node))
              .flatMap(was -> was.schedules().stream())
              .filter(each -> each.node().equals(node))
              .map(ClockListener::row)
              .findFirst();
      ScheduleRow row =
          known.orElseGet(() -> new ScheduleRow(workflow, node, now, now, Optional.empty()));
      listener(definition, row).ifPresent(schedules::add);
    }
    List<FolderListener> folders = folders(definition, Path.of(folder), now, before);
    List<Opening> openings = Openings.of(definition, Path.of(folder), now);
    if (schedules.isEmpty() && folders.isEmpty() && openings.isEmpty()) {
      throw new EngineException(
          Reason.NOT_ACTIVE,
          "“"
              + definition.workflow().name()
              + "” has no trigger that listens: add a schedule, a webhook, a form or a folder, or enable it");
    }
    List<Moment> waiting =
        before.stream()
            .flatMap(was -> was.waiting().stream())
            .filter(
                moment -> schedules.stream().anyMatch(each -> each.node().equals(moment.node())))
            .toList();
    ActiveRow row = new ActiveRow(workflow, definition.hash(), folder, now);
    List<ScheduleRow> rows = schedules.stream().map(ClockListener::row).toList();
    List<WatchRow> watches = folders.stream().map(FolderListener::row).toList();
    host.tables().activate(row, definition.text(), rows, watches, waiting);
    List<RunId> running = before.map(was -> List.copyOf(was.running())).orElse(List.of());
    return new Registration(host, row, definition, schedules, folders, openings, running, waiting);
  }

  /** The triggers that wait for files. One whose settings stay the same goes on where it was. */
  private List<FolderListener> folders(
      Checked definition, Path base, Instant now, Optional<Registration> before)
      throws EngineException {
    List<FolderListener> folders = new ArrayList<>();
    for (String node : definition.triggers().keySet()) {
      Optional<Listening.Files> listening = listening(definition, node, now, Listening.Files.class);
      if (listening.isEmpty()) {
        continue;
      }
      Path folder = folder(definition, node, listening.get(), base);
      mustBeReachable(definition, node, folder);
      Optional<FolderListener> was =
          before.stream()
              .flatMap(each -> each.folders().stream())
              .filter(each -> each.node().equals(node))
              .findFirst();
      boolean goesOn =
          was.filter(each -> each.folder().equals(folder)).isPresent()
              && before.orElseThrow().definition().listensAlike(definition, node);
      Instant since =
          was.map(each -> each.row().since().plusMillis(1)).filter(now::isBefore).orElse(now);
      WatchRow row =
          goesOn ? was.orElseThrow().row() : WatchRow.anew(definition.workflow().id(), node, since);
      Map<String, Stamp> seen = goesOn ? was.orElseThrow().seen() : new HashMap<>();
      String name = definition.node(node).name();
      folders.add(new FolderListener(name, listening.get(), folder, row, seen));
    }
    return folders;
  }

  private static <T extends Listening> Optional<T> listening(
      Checked definition, String node, Instant since, Class<T> kind) throws EngineException {
    try {
      return definition.listening(node, since).filter(kind::isInstance).map(kind::cast);
    } catch (NodeException e) {
      throw cannotListen(definition, node, e);
    }
  }

  private static Path folder(Checked definition, String node, Listening.Files files, Path base)
      throws EngineException {
    try {
      return WrittenPath.of(files.folder(), base);
    } catch (NodeException e) {
      throw cannotListen(definition, node, e);
    }
  }

  private void mustBeReachable(Checked definition, String node, Path folder)
      throws EngineException {
    try {
      host.files().demand(folder, FileRule.Use.READ);
    } catch (NodeException e) {
      throw cannotListen(definition, node, e);
    }
  }

  private static EngineException damaged(
      String before, Checked definition, String node, String after) {
    return new EngineException(
        Reason.STORE_FAILED, before + definition.node(node).name() + after + " is damaged");
  }

  private static EngineException cannotListen(Checked definition, String node, NodeException why) {
    return new EngineException(
        Reason.INVALID_WORKFLOW,
        "the trigger “" + definition.node(node).name() + "” cannot listen: " + why.getMessage(),
        why);
  }

  /**
   * Of a workflow in the store.
   *
   * @param files what those watches have seen of which it can be read
   * @throws EngineException when something of it is damaged, or it cannot listen any more
   */
  Registration stored(
      ActiveRow row,
      Collection<ScheduleRow> schedules,
      Collection<WatchRow> watches,
      Map<WatchTables.Key, Map<String, Stamp>> files,
      Collection<Moment> waiting,
      Collection<RunId> running)
      throws EngineException {
    Checked definition = host.stored(row.definition());
    List<ClockListener> listeners = new ArrayList<>();
    for (String node : definition.triggers().keySet()) {
      Optional<ScheduleRow> schedule =
          schedules.stream().filter(each -> each.node().equals(node)).findFirst();
      if (schedule.isPresent()) {
        listener(definition, schedule.get()).ifPresent(listeners::add);
      } else if (listening(definition, node, row.since(), Listening.Clock.class).isPresent()) {
        throw damaged("how far the schedule “", definition, node, "” has come");
      }
    }
    List<FolderListener> folders = storedFolders(definition, row, watches, files);
    List<Opening> openings = Openings.of(definition, Path.of(row.folder()), row.since());
    return new Registration(host, row, definition, listeners, folders, openings, running, waiting);
  }

  private List<FolderListener> storedFolders(
      Checked definition,
      ActiveRow row,
      Collection<WatchRow> watches,
      Map<WatchTables.Key, Map<String, Stamp>> files)
      throws EngineException {
    List<FolderListener> folders = new ArrayList<>();
    for (String node : definition.triggers().keySet()) {
      Optional<Listening.Files> listening =
          listening(definition, node, row.since(), Listening.Files.class);
      if (listening.isEmpty()) {
        continue;
      }
      String name = definition.node(node).name();
      Optional<WatchRow> watch =
          watches.stream().filter(each -> each.node().equals(node)).findFirst();
      Map<String, Stamp> seen = files.get(new WatchTables.Key(row.workflow(), node));
      if (watch.isEmpty() || seen == null) {
        throw damaged("what the trigger “", definition, node, "” has seen of its folder");
      }
      Path folder = folder(definition, node, listening.get(), Path.of(row.folder()));
      boolean isNew = watch.get().drive().isEmpty();
      folders.add(
          new FolderListener(
              name,
              listening.get(),
              folder,
              watch.get(),
              isNew ? new HashMap<>() : new HashMap<>(seen)));
    }
    return folders;
  }

  private static Optional<ClockListener> listener(Checked definition, ScheduleRow row)
      throws EngineException {
    String name = definition.node(row.node()).name();
    return listening(definition, row.node(), row.since(), Listening.Clock.class)
        .map(clock -> new ClockListener(name, clock, row));
  }
}
