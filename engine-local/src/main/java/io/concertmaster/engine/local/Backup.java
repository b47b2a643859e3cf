package io.concertmaster.engine.local;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.EngineException.Reason;
import io.concertmaster.engine.local.items.Blobs;
import io.concertmaster.engine.local.items.ListReferences;
import io.concertmaster.engine.local.journal.Journal;
import io.concertmaster.engine.local.journal.JournalReader;
import io.concertmaster.engine.local.journal.JournalScan;
import io.concertmaster.engine.local.sqlite.StoreException;
import io.concertmaster.model.io.FolderTree;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Copies a store while runs go on.
 *
 * <p>Design note. The journal is copied first, then the items: items are stored before an event
 * names them and nothing is taken away meanwhile ({@link Maintenance}), so that no event of the
 * copy names a list that is not in it. The copy is made under another name, checked, synced, and
 * gets its name last: a folder of that name is a whole backup.
 */
public final class Backup {
  private static final int EVENTS = 10_000;

  /** What is copied besides the databases, where it is there. */
  static final List<String> SETTINGS = List.of("variables.json", "retention.json");

  /**
   * A backup that was made.
   *
   * @param folder where it lies
   * @param runs how many runs it holds
   * @param bytes how large it is
   * @param damaged how many events are damaged, or name lists that are missing: so they were before
   */
  public record Made(Path folder, long runs, long bytes, long damaged) {}

  private Backup() {}

  /**
   * Makes a backup of a home, whoever has it.
   *
   * @param to a folder that is not there yet, or empty
   * @throws EngineException when there is no store, or the folder cannot be written
   */
  public static Made make(Path home, Path to) throws EngineException {
    if (!Files.isRegularFile(Home.journal(home))) {
      throw new EngineException(
          Reason.STORE_FAILED,
          "there is nothing to back up in " + home + ": nothing ran there yet");
    }
    Path target = to.toAbsolutePath().normalize();
    Path partial = target.resolveSibling(target.getFileName() + ".partial");
    try (var _ = Maintenance.begin(home)) {
      Home.mendLogs(home);
      refuseUsed(target);
      FolderTree.delete(partial);
      Files.createDirectories(partial);
      Journal.file(Home.journal(home)).copyTo(Home.journal(partial));
      Blobs.file(Home.items(home)).copyTo(Home.items(partial));
      for (String name : SETTINGS) {
        if (Files.isRegularFile(home.resolve(name))) {
          Files.copy(home.resolve(name), partial.resolve(name));
        }
      }
      Made made = checked(partial, target);
      BackupManifest.write(partial, Instant.now());
      Files.deleteIfExists(target);
      Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
      return made;
    } catch (IOException e) {
      throw new EngineException(
          Reason.STORE_FAILED, "no backup can be made in " + target + ": " + e, e);
    } catch (StoreException e) {
      throw Failures.of(e);
    }
  }

  private static void refuseUsed(Path target) throws EngineException, IOException {
    if (!Files.exists(target)) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(target)) {
      if (files.iterator().hasNext()) {
        throw new EngineException(
            Reason.STORE_FAILED, target + " is not empty: choose a folder that is not there yet");
      }
    }
  }

  /** Looks through the copy. */
  private static Made checked(Path partial, Path target) throws IOException {
    Journal.file(Home.journal(partial)).check();
    Blobs.file(Home.items(partial)).check();
    long runs;
    long damaged = 0;
    try (JournalReader journal = JournalReader.open(Home.journal(partial));
        Blobs blobs = Blobs.openReadOnly(Home.items(partial))) {
      runs = journal.count();
      JournalScan scan = journal.scan();
      Optional<JournalScan.Checked> part = scan.check(0, EVENTS);
      while (part.isPresent()) {
        damaged += part.get().damaged();
        part = scan.check(part.get().last(), EVENTS);
      }
      damaged += missing(scan, blobs);
    }
    long bytes = Files.size(Home.journal(partial)) + Files.size(Home.items(partial));
    return new Made(target, runs, bytes, damaged);
  }

  /** How many lists are named and not there. */
  private static long missing(JournalScan scan, Blobs blobs) {
    Set<String> names = new HashSet<>();
    List<JournalScan.Body> bodies = scan.bodies(0, EVENTS);
    while (!bodies.isEmpty()) {
      bodies.forEach(each -> ListReferences.in(each.text(), names::add));
      bodies = scan.bodies(bodies.getLast().pos(), EVENTS);
    }
    return names.stream()
        .filter(name -> !blobs.has(HexFormat.of().parseHex(name, 1, name.length())))
        .count();
  }
}
