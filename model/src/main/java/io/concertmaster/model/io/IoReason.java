package io.concertmaster.model.io;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;

/** Why the file system refused, in words: Java's exceptions often say the path only. */
public final class IoReason {
  private IoReason() {}

  /** The reason in a few words, mostly without the path. */
  public static String of(IOException e) {
    return switch (e) {
      case FileAlreadyExistsException other -> "there is a file " + other.getFile();
      case NoSuchFileException missing -> "there is no such file or folder";
      case AccessDeniedException denied -> "access is denied";
      case FileSystemException other when other.getReason() != null -> other.getReason();
      default -> Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
    };
  }
}
