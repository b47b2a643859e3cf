package io.concertmaster.server;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.EngineException.Reason;
import io.concertmaster.engine.local.BackupManifest;
import io.concertmaster.engine.local.Restore;
import io.concertmaster.engine.local.sqlite.StoreException;
import io.concertmaster.server.store.ServerStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * Puts the backup of a server in place.
 *
 * <p>Design note. All of the backup is checked before anything is touched. From then until the end
 * the file {@code restoring} lies in the home, and no server starts there: a restore that was cut
 * short is begun again. What was there before is moved aside, not deleted.
 */
public final class ServerRestore {
  private static final String MARK = "restoring";
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private ServerRestore() {}

  /** Whether a backup is a server's. */
  public static boolean isServer(Path backup) {
    return Files.isDirectory(backup.resolve(ServerBackup.SERVER));
  }

  /** Refuses a home in which a restore was cut short. */
  static void refuseHalf(Path home) throws ServerException {
    if (Files.exists(home.resolve(MARK))) {
      throw new ServerException(
          "a restore to " + home + " was cut short: run it again with --force, then start");
    }
  }

  /**
   * Restores a backup.
   *
   * @param force whether a server that is there may be replaced; it is moved aside
   * @return the folder to which the server's own store was moved; those of runs lie in folders of
   *     their projects
   * @throws EngineException when the backup is damaged, the home is in use, or there is a server
   */
  public static Optional<Path> from(Path backup, Path home, boolean force) throws EngineException {
    Path folder = home.toAbsolutePath().normalize();
    Path own = backup.resolve(ServerBackup.SERVER);
    try {
      List<Path> projects = ServerBackup.projects(backup);
      Restore.check(backup);
      for (Path each : projects) {
        Restore.check(each);
      }
      BackupManifest.check(own.toAbsolutePath(), List.of(ServerStore.NAME));
      try (var _ = HomeLock.take(folder)) {
        boolean used = ServerBackup.isServer(folder) && !Files.exists(folder.resolve(MARK));
        if (used && !force) {
          throw new EngineException(
              Reason.STORE_FAILED,
              "there is a server in "
                  + folder
                  + ": choose another home, or put it aside with --force");
        }
        Path fresh = folder.resolve(ServerStore.NAME + ".restored");
        Files.copy(own.resolve(ServerStore.NAME), fresh, StandardCopyOption.REPLACE_EXISTING);
        ServerStore.check(fresh);
        Files.writeString(folder.resolve(MARK), Instant.now().toString());
        Restore.from(backup, folder, force);
        for (Path each : projects) {
          Restore.from(each, project(folder, each), force);
        }
        Optional<Path> aside = putAside(folder);
        Files.move(fresh, folder.resolve(ServerStore.NAME), StandardCopyOption.ATOMIC_MOVE);
        Files.delete(folder.resolve(MARK));
        return aside;
      }
    } catch (ServerException e) {
      throw new EngineException(Reason.STORE_LOCKED, String.valueOf(e.getMessage()), e);
    } catch (IOException | StoreException e) {
      throw new EngineException(
          Reason.STORE_FAILED,
          "the backup cannot be restored to " + folder + ": " + e.getMessage(),
          e);
    }
  }

  private static Path project(Path home, Path backup) throws IOException {
    Path project =
        home.resolve(ServerBackup.PROJECTS).resolve(String.valueOf(backup.getFileName()));
    return Files.createDirectories(project);
  }

  /** What was there before; its log goes with it, else it would be taken for the new one's. */
  private static Optional<Path> putAside(Path home) throws IOException {
    Path aside = home.resolve("replaced-" + NAME.format(Instant.now()));
    boolean moved = false;
    for (String end : List.of("-wal", "-shm", ".first", "")) {
      Path old = home.resolve(ServerStore.NAME + end);
      if (Files.exists(old)) {
        Files.createDirectories(aside);
        Files.move(old, aside.resolve(ServerStore.NAME + end), StandardCopyOption.ATOMIC_MOVE);
        moved = true;
      }
    }
    return moved ? Optional.of(aside) : Optional.empty();
  }
}
