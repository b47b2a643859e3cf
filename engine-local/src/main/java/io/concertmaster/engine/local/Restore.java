package io.concertmaster.engine.local;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.EngineException.Reason;
import io.concertmaster.engine.local.items.Blobs;
import io.concertmaster.engine.local.journal.Journal;
import io.concertmaster.engine.local.machine.Machine;
import io.concertmaster.engine.local.sqlite.StoreException;
import io.concertmaster.model.io.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts a backup in a home's place.
 *
 * <p>Design note. The backup is checked and copied into the folder {@code restore.partial}; that
 * gets the name {@code restore} when it is whole, and from then on the restore happens, whatever
 * crashes: whoever takes the home next ends it. What was there before is moved aside, not deleted.
 */
public final class Restore {
  private static final String READY = "restore";
  private static final String REPLACED = "replaced";
  private static final String CLEARED = "cleared";
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  /** Whether a restore has begun to happen in a home and was cut short. */
  static boolean isUnderWay(Path home) {
    return Files.isDirectory(home.resolve(READY));
  }

  /** What makes a store: all of it is replaced. */
  private static final List<String> STORE = store();

  private Restore() {}

  private static List<String> store() {
    List<String> names = new ArrayList<>(Backup.SETTINGS);
    for (String database : List.of("journal.db", "items.db")) {
      for (String end : List.of("", "-wal", "-shm", ".first")) {
        names.add(database + end);
      }
    }
    return names;
  }

  /**
   * Restores a backup.
   *
   * @param force whether a store that is there may be replaced; it is moved aside
   * @return the folder to which the store that was there was moved
   * @throws EngineException when the backup is damaged, the home is in use, or there is a store
   */
  public static Optional<Path> from(Path backup, Path home, boolean force) throws EngineException {
    List<String> names = check(backup);
    try (Home taken = Home.take(home.toAbsolutePath())) {
      Path folder = taken.folder();
      boolean used = Files.exists(Home.journal(folder));
      if (used && !force) {
        throw new EngineException(
            Reason.STORE_FAILED,
            "there are runs in "
                + folder
                + ": choose another home, or put them aside with --force");
      }
      Path partial = folder.resolve(READY + ".partial");
      FolderTree.delete(partial);
      Files.createDirectories(partial);
      for (String name : names) {
        Files.copy(backup.resolve(name), partial.resolve(name));
      }
      prepare(partial);
      String aside = REPLACED + "-" + NAME.format(Instant.now());
      Files.writeString(partial.resolve(REPLACED), aside);
      Folders.sync(partial);
      Files.move(partial, folder.resolve(READY), StandardCopyOption.ATOMIC_MOVE);
      finish(folder);
      return used ? Optional.of(folder.resolve(aside)) : Optional.empty();
    } catch (IOException e) {
      throw new EngineException(
          Reason.STORE_FAILED, "the backup cannot be restored to " + home + ": " + e, e);
    } catch (StoreException e) {
      throw Failures.of(e);
    }
  }

  /**
   * Holds a backup against its checksums.
   *
   * @return the names of its files
   * @throws EngineException when it is none, or damaged
   */
  public static List<String> check(Path backup) throws EngineException {
    return BackupManifest.check(backup.toAbsolutePath(), List.of("journal.db", "items.db"));
  }

  /** Checks the copy, and gives the store one more name; it is brought up to date for that. */
  private static void prepare(Path partial) {
    Journal.file(Home.journal(partial)).check();
    Blobs.file(Home.items(partial)).check();
    try (Journal journal = Journal.open(Machine.THIS, Home.journal(partial), () -> {})) {
      journal.rename();
    }
  }

  /** Ends a restore that has begun to happen in a home that is taken. */
  static void finish(Path home) throws IOException {
    Path ready = home.resolve(READY);
    Path done = home.resolve(READY + ".done");
    FolderTree.delete(done);
    if (!Files.isDirectory(ready)) {
      return;
    }
    if (Files.exists(ready.resolve(REPLACED)) && !Files.exists(ready.resolve(CLEARED))) {
      Path aside = home.resolve(Files.readString(ready.resolve(REPLACED)));
      for (String name : STORE) {
        if (Files.exists(home.resolve(name))) {
          Files.createDirectories(aside);
          Files.move(home.resolve(name), aside.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        }
      }
      Folders.syncNames(home);
      Files.createFile(ready.resolve(CLEARED));
      Folders.syncNames(ready);
    }
    for (String name : STORE) {
      if (Files.exists(ready.resolve(name))) {
        Files.move(ready.resolve(name), home.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      }
    }
    Folders.syncNames(home); // not the files: opening and closing the lock would free it
    Files.move(ready, done, StandardCopyOption.ATOMIC_MOVE);
    FolderTree.delete(done);
  }
}
