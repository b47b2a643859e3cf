package io.concertmaster.engine.local.trigger;

import io.concertmaster.engine.local.FileRule;
import io.concertmaster.engine.local.journal.SeenFile.Stamp;
import io.concertmaster.node.Listening;
import io.concertmaster.node.NodeException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What one look at a folder found. Links to files are followed, links to folders are not, so that a
 * look always ends.
 *
 * @param files those that fit, by their path below the folder with slashes between
 * @param folders the folder and those in it that count
 * @param unknown paths below the folder that cannot be read: what is there, and below them, may be
 *     as it was
 * @param drive the file system on which the folder lies, as {@link FolderDrive} tells it
 * @param problem what could not be read; empty where all could
 */
record FolderLook(
    Map<String, Stamp> files,
    List<Path> folders,
    List<String> unknown,
    String drive,
    Optional<String> problem) {
  /** So many files one trigger can keep in view. */
  static final int MOST = 100_000;

  /** Why a folder cannot be looked at, for people. */
  static final class Trouble extends Exception {
    private static final long serialVersionUID = 1L;

    Trouble(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /** Whether a path may be there although the look did not find it. */
  boolean maybe(String path) {
    return !unknown.isEmpty()
        && unknown.stream().anyMatch(each -> path.equals(each) || path.startsWith(each + "/"));
  }

  /**
   * Looks.
   *
   * @param givenUp asked on the way: whether what the look finds is no longer wanted
   * @throws Trouble when the folder cannot be looked at
   */
  static FolderLook at(Path folder, Listening.Files wanted, FileRule rule, BooleanSupplier givenUp)
      throws Trouble {
    try {
      rule.demand(folder, FileRule.Use.READ);
      Path top = folder.toRealPath();
      if (!Files.isDirectory(top)) {
        throw new NotDirectoryException(folder.toString());
      }
      Walk walk = new Walk(top, wanted, rule, givenUp);
      Files.walkFileTree(top, walk);
      if (walk.files.size() > MOST) {
        throw new Trouble(
            "more than "
                + MOST
                + " files in “"
                + folder
                + "” fit: narrow the pattern, or move files away",
            null);
      }
      String drive = FolderDrive.of(top, Files::getFileStore);
      Optional<String> problem = Optional.ofNullable(walk.problem);
      return new FolderLook(walk.files, walk.folders, walk.unknown, drive, problem);
    } catch (NodeException e) {
      throw new Trouble(String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw new Trouble(reason(folder, e), e);
    }
  }

  private static String reason(Path folder, IOException cause) {
    return switch (cause) {
      case NoSuchFileException missing ->
          "there is no folder “" + folder + "”: make it, or connect its drive";
      case NotDirectoryException file ->
          "“" + folder + "” is a file: give the folder in which files are to be awaited";
      case AccessDeniedException denied ->
          "this account may not read “" + folder + "”: check the permissions";
      default -> "cannot read “" + folder + "”: " + cause.getMessage();
    };
  }

  private static final class Walk extends SimpleFileVisitor<Path> {
    private final Path top;
    private final Listening.Files wanted;
    private final FileRule rule;
    private final BooleanSupplier givenUp;
    private final Map<String, Stamp> files = new HashMap<>();
    private final List<Path> folders = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private @Nullable String problem;

    /**
     * A walk.
     *
     * @param top the folder, not a link
     */
    Walk(Path top, Listening.Files wanted, FileRule rule, BooleanSupplier givenUp) {
      this.top = top;
      this.wanted = wanted;
      this.rule = rule;
      this.givenUp = givenUp;
    }

    private String below(Path path) {
      return top.relativize(path).toString().replace('\\', '/');
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      if (givenUp.getAsBoolean()) {
        return FileVisitResult.TERMINATE;
      }
      if (!folder.equals(top) && !wanted.subfolders()) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      folders.add(folder);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String path = below(file);
      if (!wanted.fits().test(path)) {
        return FileVisitResult.CONTINUE;
      }
      try {
        BasicFileAttributes those =
            attributes.isSymbolicLink() ? behind(file).orElse(attributes) : attributes;
        if (those.isRegularFile()) {
          long modified = those.lastModifiedTime().to(TimeUnit.NANOSECONDS);
          files.put(path, new Stamp(those.size(), modified));
        }
      } catch (IOException e) {
        cannotRead(file, e);
      }
      return files.size() > MOST ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
    }

    /** What a link leads to, where that may be reached. */
    private Optional<BasicFileAttributes> behind(Path link) throws IOException {
      try {
        rule.demand(link, FileRule.Use.READ);
        return Optional.of(Files.readAttributes(link, BasicFileAttributes.class));
      } catch (NodeException | NoSuchFileException e) {
        return Optional.empty();
      }
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException error) throws IOException {
      if (file.equals(top)) {
        throw error;
      }
      if (!(error instanceof NoSuchFileException)) { // it went away meanwhile
        cannotRead(file, error);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException error)
        throws IOException {
      return error == null ? FileVisitResult.CONTINUE : visitFileFailed(folder, error);
    }

    private void cannotRead(Path path, IOException error) {
      unknown.add(below(path));
      problem = reason(path, error);
    }
  }
}
