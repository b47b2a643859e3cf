package io.concertmaster.server.reach;

import java.nio.file.Path;
import java.util.List;

/**
 * What the workflows of a server may reach besides the public internet and their own folder.
 *
 * @param grants hosts and networks
 * @param folders folders for all projects
 */
public record Outside(List<Grant> grants, List<Path> folders) {
  /** Nothing. */
  public static final Outside NOTHING = new Outside(List.of(), List.of());

  public Outside {
    grants = List.copyOf(grants);
    folders = folders.stream().map(each -> each.toAbsolutePath().normalize()).toList();
  }
}
