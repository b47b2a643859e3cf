package io.concertmaster.server.reach;

import io.concertmaster.engine.local.FileRule;
import io.concertmaster.node.NodeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * The files of a project's runs: those in the folder of its live documents, and in the folders that
 * the operator named. Journal, credentials and other projects lie elsewhere. Where links lead is
 * what counts. Live documents are deployed, never written by a run: a form's visitor might choose
 * the name of a file.
 */
public final class ProjectFiles implements FileRule {
  private final Path own;
  private final List<Path> roots;
  private final Predicate<Path> isDocument;

  /**
   * The rule of a project.
   *
   * @param own the folder in which its live documents lie, absolute
   * @param more other folders, absolute
   * @param isDocument whether a document of the project lies at a path of that folder
   */
  public ProjectFiles(Path own, List<Path> more, Predicate<Path> isDocument) {
    this.own = own;
    this.isDocument = isDocument;
    List<Path> all = new ArrayList<>(more);
    all.add(own);
    this.roots = List.copyOf(all);
  }

  @Override
  public void demand(Path path, Use use) throws NodeException {
    Path real = real(path.toAbsolutePath().normalize());
    for (Path each : roots) {
      if (real.startsWith(real(each))) {
        if (use == Use.WRITE) {
          refuseDocument(real);
        }
        return;
      }
    }
    throw new NodeException(
        "“"
            + path
            + "” lies outside of what workflows on this server may reach: use the workflow's own"
            + " folder, or let whoever runs the server allow its folder with --allow-files");
  }

  private void refuseDocument(Path real) throws NodeException {
    Path home = real(own);
    String name = Objects.toString(real.getFileName(), "");
    if (real.startsWith(home)
        && (name.endsWith(".workflow.json")
            || name.endsWith(".form.json")
            || isDocument.test(home.relativize(real)))) {
      throw new NodeException(
          "“"
              + name
              + "” is a workflow or a form of this project: deploy it, a run does not write it");
    }
  }

  /** Where a path leads, as far as there is something; what is not there yet stays as it is. */
  private static Path real(Path path) throws NodeException {
    Path there = path;
    while (there != null && !Files.exists(there, LinkOption.NOFOLLOW_LINKS)) {
      there = there.getParent();
    }
    if (there == null) {
      return path;
    }
    try {
      return there.toRealPath().resolve(there.relativize(path)).normalize();
    } catch (IOException e) {
      throw new NodeException("“" + path + "” leads nowhere: correct it", e);
    }
  }
}
