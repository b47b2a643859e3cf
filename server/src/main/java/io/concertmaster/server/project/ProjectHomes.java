package io.concertmaster.server.project;

import io.concertmaster.model.io.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** The folders in which projects keep everything. */
final class ProjectHomes {
  /** Behind the id of a project that is being deleted; no id has a dot. */
  private static final String ASIDE = ".deleted";

  private final Path home;
  private final Path others;

  /**
   * Those of a server.
   *
   * @param home of the server, and of its first project
   */
  ProjectHomes(Path home) {
    this.home = home;
    this.others = home.resolve("projects");
  }

  /** The home of a project. */
  Path of(String id) {
    return id.equals(Projects.DEFAULT) ? home : others.resolve(id);
  }

  private Path aside(String id) {
    return others.resolve(id + ASIDE);
  }

  /** Moves the home of a project aside, so that it can be brought back until it is deleted. */
  void setAside(String id) throws IOException {
    Files.move(of(id), aside(id), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Brings the home of a project back, where it was set aside and the project is there still. */
  void bringBack(String id) throws IOException {
    if (Files.exists(aside(id)) && !Files.exists(of(id))) {
      Files.move(aside(id), of(id), StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /** Deletes the home of a project that was set aside. */
  void deleteAside(String id) throws IOException {
    FolderTree.delete(aside(id));
  }

  /** Deletes what was set aside of projects that are there no more. */
  void deleteLeft() throws IOException {
    if (!Files.isDirectory(others)) {
      return;
    }
    List<Path> left;
    try (Stream<Path> all = Files.list(others)) {
      left = all.filter(each -> each.getFileName().toString().endsWith(ASIDE)).toList();
    }
    for (Path each : left) {
      FolderTree.delete(each);
    }
  }
}
