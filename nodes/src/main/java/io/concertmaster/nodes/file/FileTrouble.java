package io.concertmaster.nodes.file;

import io.concertmaster.node.NodeException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/** What went wrong with a file, in one line for people. */
public final class FileTrouble {
  private FileTrouble() {}

  /**
   * Explains a failure.
   *
   * @param doing what was tried, such as {@code read} or {@code write}
   * @param name the file, as the person named it
   */
  public static NodeException of(String doing, String name, IOException cause) {
    return new NodeException("Cannot " + doing + " “" + name + "”: " + reason(cause), cause);
  }

  private static String reason(IOException cause) {
    return switch (cause) {
      case NoSuchFileException e -> "there is no such file or folder";
      case AccessDeniedException e -> "this account may not; check the file's permissions";
      case FileAlreadyExistsException e -> "it is there already";
      case FileSystemException e when e.getReason() != null -> system(e.getReason());
      default -> {
        String message = cause.getMessage();
        yield message == null ? cause.getClass().getSimpleName() : system(message);
      }
    };
  }

  private static String system(String reason) {
    String first = reason.lines().findFirst().orElse(reason);
    if (first.toLowerCase(Locale.ROOT).contains("no space left")) {
      return "the disk is full; make room and run again";
    }
    return first;
  }
}
