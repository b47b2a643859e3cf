package io.concertmaster.designer.document;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What must be asked of a person around files, and before something else is lost. Each call returns
 * when it is answered.
 */
public interface FileDialogs {
  /** What to do with changes that are not saved. */
  enum Unsaved {
    SAVE,
    DISCARD,
    CANCEL
  }

  /** What to do when somebody else changed the file. */
  enum Changed {
    /** Take what is in the file. */
    RELOAD,
    /** Keep what is in the window. */
    KEEP
  }

  /** Which file to open. */
  Optional<Path> chooseFile();

  /**
   * Which file of any kind to take.
   *
   * @param title says what for
   */
  default Optional<Path> chooseAny(String title) {
    return chooseFile();
  }

  /** Where to save. */
  Optional<Path> choosePlace(Path suggestion);

  /** Where to keep a file that is no document. */
  default Optional<Path> chooseTarget(Path suggestion) {
    return choosePlace(suggestion);
  }

  /** Whether to save changes before a document goes. */
  Unsaved askUnsaved(String title);

  /** Which of two versions counts: the window's or the file's. */
  Changed askChanged(Path file, boolean dirty);

  /** Whether to write over a file that somebody else changed since it was read. */
  boolean askOverwrite(Path file);

  /** Whether to write over a file that lies where something is saved for the first time. */
  boolean askReplace(Path file);

  /**
   * Whether to end a run for good that waits for somebody's answer.
   *
   * @param run such as {@code run #12}
   * @param waits names of the nodes that wait
   */
  boolean askCancel(String run, List<String> waits);

  /** Says that something did not work: one line of what and where, and why. */
  void tell(String headline, String why);
}
