package io.concertmaster.engine.local.trigger;

import io.concertmaster.engine.ActiveTrigger;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.local.journal.Beginning;
import io.concertmaster.engine.local.journal.Journal;
import io.concertmaster.engine.local.journal.ScheduleRow;
import io.concertmaster.engine.local.journal.SeenFile;
import io.concertmaster.engine.local.journal.SeenFile.Stamp;
import io.concertmaster.engine.local.journal.WatchRow;
import io.concertmaster.node.FileChange;
import io.concertmaster.node.Listening;
import io.concertmaster.node.data.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One trigger of an active workflow that waits for files: what it knows of its folder, and what of
 * that is due. Used under the lock of its workflow.
 *
 * <p>Design note. The folder is the queue. A change has its run, or was left out for good, when the
 * store says so, in the same write as the run; until then each look finds it again, also after a
 * restart. So nothing needs to be kept that waits, and nothing is lost or done twice.
 */
final class FolderListener {
  private static final Comparator<Due> OLDEST =
      Comparator.<Due>comparingLong(each -> each.stamp().modified()).thenComparing(Due::path);

  /** How a file differs from what is known of it, and since when it has stayed so. */
  private record Candidate(Optional<Stamp> stamp, long sinceNanos) {}

  /**
   * A change for which a run is due.
   *
   * @param stamp how the file is, or was where it is gone
   */
  record Due(FileChange.Kind kind, String path, Stamp stamp) {
    private SeenFile note() {
      return new SeenFile(
          path, kind == FileChange.Kind.DELETED ? Optional.empty() : Optional.of(stamp));
    }
  }

  private final String name;
  private final Listening.Files listening;
  private final Path folder;
  private final Map<String, Stamp> seen;
  private final Map<String, Candidate> candidates = new HashMap<>();
  private final Map<String, Due> due = new LinkedHashMap<>();
  private WatchRow row;
  private boolean doubtful;
  private @Nullable String trouble;
  private @Nullable String problem;

  /**
   * The listener of a trigger.
   *
   * @param folder the whole path
   * @param seen what it knows; becomes its own
   */
  FolderListener(
      String name, Listening.Files listening, Path folder, WatchRow row, Map<String, Stamp> seen) {
    this.name = name;
    this.listening = listening;
    this.folder = folder;
    this.row = row;
    this.seen = seen;
  }

  String node() {
    return row.node();
  }

  Listening.Files listening() {
    return listening;
  }

  Path folder() {
    return folder;
  }

  WatchRow row() {
    return row;
  }

  /** What it knows, for one that takes its place. */
  Map<String, Stamp> seen() {
    return new HashMap<>(seen);
  }

  /** How many changes are due and have no run yet. */
  int waiting() {
    return due.size();
  }

  /** The oldest change that is due. */
  Optional<Due> first() {
    return due.values().stream().findFirst();
  }

  /** The folder cannot be looked at: what is known of it stays. */
  void failed(String why) {
    trouble = why;
    due.clear();
    candidates.clear();
  }

  /**
   * The folder was looked at.
   *
   * @param nowNanos by a clock that only goes forward
   * @return after what time the next look can find something due, where one can
   */
  Optional<Duration> looked(FolderLook look, long nowNanos, TriggerHost host) {
    if (isUnmounted(look)) {
      failed(
          "nothing is in “"
              + folder
              + "” any more, and it lies on another drive than before: connect that drive, or make"
              + " the workflow active again");
      return Optional.empty();
    }
    trouble = look.problem().orElse(null);
    if (row.drive().isEmpty()) {
      begin(look, host);
    }
    compare(look, nowNanos);
    return settle(nowNanos, host);
  }

  /** Whether the folder is only the place at which its drive was mounted. */
  private boolean isUnmounted(FolderLook look) {
    return look.files().isEmpty()
        && !seen.isEmpty()
        && row.drive().filter(drive -> !drive.equals(look.drive())).isPresent();
  }

  /** The first look: what is there now may not count. */
  private void begin(FolderLook look, TriggerHost host) {
    List<SeenFile> files = new ArrayList<>();
    if (!listening.existing()) {
      look.files().forEach((path, stamp) -> files.add(new SeenFile(path, Optional.of(stamp))));
    }
    WatchRow further = row.seen(look.drive());
    host.tables().folders().begin(further, files);
    row = further;
    seen.clear();
    seen.putAll(listening.existing() ? Map.of() : look.files());
  }

  private void compare(FolderLook look, long nowNanos) {
    candidates
        .keySet()
        .removeIf(path -> !look.files().containsKey(path) && !seen.containsKey(path));
    look.files().forEach((path, stamp) -> differs(path, Optional.of(stamp), nowNanos));
    for (String path : seen.keySet()) {
      if (!look.files().containsKey(path) && !look.maybe(path)) {
        differs(path, Optional.empty(), nowNanos);
      }
    }
  }

  private void differs(String path, Optional<Stamp> stamp, long nowNanos) {
    if (stamp.equals(Optional.ofNullable(seen.get(path)))) {
      candidates.remove(path);
      return;
    }
    Candidate known = candidates.get(path);
    if (known == null || !known.stamp().equals(stamp)) {
      candidates.put(path, new Candidate(stamp, nowNanos));
    }
  }

  /** Sorts out which changes are due now, and notes those for which no run is wanted. */
  private Optional<Duration> settle(long nowNanos, TriggerHost host) {
    long wait = listening.settled().toNanos();
    List<Due> now = new ArrayList<>();
    List<SeenFile> unwanted = new ArrayList<>();
    long soonest = Long.MAX_VALUE;
    for (Map.Entry<String, Candidate> each : candidates.entrySet()) {
      long left = wait - (nowNanos - each.getValue().sinceNanos());
      if (left > 0) {
        soonest = Math.min(soonest, left);
        continue;
      }
      Due change = change(each.getKey(), each.getValue().stamp());
      if (listening.kinds().contains(change.kind())) {
        now.add(change);
      } else {
        unwanted.add(change.note());
      }
    }
    if (!unwanted.isEmpty()) {
      var _ = host.tables().folders().note(row, unwanted);
      unwanted.forEach(this::known);
    }
    now.sort(OLDEST);
    due.clear();
    now.forEach(each -> due.put(each.path(), each));
    return soonest == Long.MAX_VALUE ? Optional.empty() : Optional.of(Duration.ofNanos(soonest));
  }

  private Due change(String path, Optional<Stamp> stamp) {
    Stamp before = seen.get(path);
    if (stamp.isEmpty()) {
      Stamp was = before == null ? new Stamp(0, 0) : before;
      return new Due(FileChange.Kind.DELETED, path, was);
    }
    return new Due(
        before == null ? FileChange.Kind.CREATED : FileChange.Kind.CHANGED, path, stamp.get());
  }

  private void known(SeenFile file) {
    candidates.remove(file.path());
    due.remove(file.path());
    file.stamp()
        .ifPresentOrElse(stamp -> seen.put(file.path(), stamp), () -> seen.remove(file.path()));
  }

  /** What begins the run for a change. */
  Beginning.OfFile beginning(Due change, Instant now) {
    return new Beginning.OfFile(row, change.note(), now);
  }

  /** The record with which the run for a change begins. */
  JsonObject item(Due change) {
    Instant modified = Instant.EPOCH.plusNanos(change.stamp().modified());
    return listening
        .item()
        .apply(
            new FileChange(
                change.kind(), folder.resolve(change.path()), change.stamp().size(), modified));
  }

  /** The run for a change has begun. */
  void begun(Beginning.OfFile beginning, RunId run) {
    row = beginning.by(run.number());
    known(beginning.note());
    problem = null;
  }

  /** No run begins for a change. If the note is lost, it is left out again. */
  void leaveOut(Due change, TriggerHost host) {
    var _ = host.tables().folders().note(row, List.of(change.note()));
    known(change.note());
  }

  /** A run could not begin. */
  void fails(String why) {
    problem = why;
  }

  /** A write failed, and whether it is in the store is not known. */
  void doubts() {
    doubtful = true;
  }

  /** Sees to it that what it knows is what the store says. */
  void makeSure(TriggerHost host) {
    if (!doubtful) {
      return;
    }
    Journal.await(host.tables().folders().written());
    for (WatchRow each : host.tables().folders().watches()) {
      if (each.workflow().equals(row.workflow()) && each.node().equals(row.node())) {
        row = each;
      }
    }
    seen.clear();
    seen.putAll(host.tables().folders().files(row.workflow(), row.node()));
    due.entrySet().removeIf(each -> isKnown(each.getValue()));
    candidates
        .entrySet()
        .removeIf(
            each -> each.getValue().stamp().equals(Optional.ofNullable(seen.get(each.getKey()))));
    doubtful = false;
  }

  private boolean isKnown(Due change) {
    return change.note().stamp().equals(Optional.ofNullable(seen.get(change.path())));
  }

  ActiveTrigger view(TriggerHost host) {
    return new ActiveTrigger(
        node(),
        name,
        listening.words(),
        Optional.empty(),
        row.last().map(ScheduleRow.Last::moment),
        row.last().flatMap(last -> host.summary(new RunId(last.run()))),
        Optional.ofNullable(trouble).or(() -> Optional.ofNullable(problem)));
  }
}
