package io.concertmaster.engine.local;

import io.concertmaster.node.NodeException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Paths as people write them into settings. */
public final class WrittenPath {
  private WrittenPath() {}

  /**
   * The path that a text means, in its normal form: {@code ~} is the person's own folder.
   *
   * @param folder where relative ones start
   * @throws NodeException when it is no path on this system
   */
  public static Path of(String text, Path folder) throws NodeException {
    try {
      String home = System.getProperty("user.home", "");
      if (text.equals("~")) {
        return Path.of(home);
      }
      if (text.startsWith("~/") || text.startsWith("~\\")) {
        return Path.of(home).resolve(text.substring(2)).normalize();
      }
      return folder.resolve(text).normalize();
    } catch (InvalidPathException e) {
      throw new NodeException("“" + text + "” is no path: " + e.getReason(), e);
    }
  }
}
