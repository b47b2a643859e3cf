package io.concertmaster.server;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.EngineException.Reason;
import io.concertmaster.engine.local.Backup;
import io.concertmaster.engine.local.BackupManifest;
import io.concertmaster.engine.local.sqlite.StoreException;
import io.concertmaster.model.io.FolderTree;
import io.concertmaster.server.store.ServerStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Copies the home of a server while it serves: the runs of every project, and {@code server.db}
 * with workflows, accounts and sealed credentials.
 *
 * <p>Design note. {@code server.db} is copied last: what a run of the copy goes by (its project,
 * its document, the live version) was written before the run began, so it is in the copy too. What
 * opens the credentials ({@code server.key}) and what signs in as the owner ({@code server.token})
 * are not copied: who finds a backup must not be able to read them.
 */
public final class ServerBackup {
  /** Where the server's own store lies in a backup. */
  static final String SERVER = "server";

  static final String PROJECTS = "projects";

  private ServerBackup() {}

  /** Whether a home is a server's. */
  public static boolean isServer(Path home) {
    return Files.isRegularFile(home.resolve(ServerStore.NAME));
  }

  /**
   * A backup that was made.
   *
   * @param projects how many it holds
   * @param runs of all projects
   * @param bytes how large it is
   * @param damaged events of runs that are damaged, or name lists that are missing: so they were
   *     before
   */
  public record Made(Path folder, int projects, long runs, long bytes, long damaged) {}

  /**
   * Makes a backup, whoever has the home.
   *
   * @param to a folder that is not there yet, or empty
   * @throws EngineException when it cannot be made
   */
  public static Made make(Path home, Path to) throws EngineException {
    Path target = to.toAbsolutePath().normalize();
    Path partial = target.resolveSibling(target.getFileName() + ".server.partial");
    try {
      refuseUsed(target);
      FolderTree.delete(partial);
      Backup.Made whole = Backup.make(home, partial);
      long runs = whole.runs();
      long bytes = whole.bytes();
      long damaged = whole.damaged();
      List<Path> projects = projects(home);
      Files.createDirectories(partial.resolve(PROJECTS));
      for (Path each : projects) {
        Backup.Made made =
            Backup.make(each, partial.resolve(PROJECTS).resolve(each.getFileName().toString()));
        runs += made.runs();
        bytes += made.bytes();
        damaged += made.damaged();
      }
      Path own = Files.createDirectories(partial.resolve(SERVER));
      ServerStore.copy(home, own.resolve(ServerStore.NAME));
      BackupManifest.write(own, Instant.now());
      bytes += Files.size(own.resolve(ServerStore.NAME));
      Files.deleteIfExists(target);
      Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
      return new Made(target, projects.size() + 1, runs, bytes, damaged);
    } catch (IOException | StoreException e) {
      throw new EngineException(
          Reason.STORE_FAILED, "no backup can be made in " + target + ": " + e.getMessage(), e);
    }
  }

  private static void refuseUsed(Path target) throws EngineException, IOException {
    if (!Files.exists(target)) {
      return;
    }
    try (Stream<Path> files = Files.list(target)) {
      if (files.findAny().isPresent()) {
        throw new EngineException(
            Reason.STORE_FAILED, target + " is not empty: choose a folder that is not there yet");
      }
    }
  }

  /** The homes of the other projects, in a home or in a backup. */
  static List<Path> projects(Path folder) throws IOException {
    Path projects = folder.resolve(PROJECTS);
    if (!Files.isDirectory(projects)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(projects)) {
      return all.filter(each -> Files.isRegularFile(each.resolve("journal.db"))).sorted().toList();
    }
  }
}
