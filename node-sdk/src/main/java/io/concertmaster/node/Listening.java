package io.concertmaster.node;

import io.concertmaster.node.data.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a trigger waits for while its workflow is active. The engine listens; the trigger only says
 * to what, so that it is the same wherever the engine works.
 */
public sealed interface Listening {
  /** What it waits for in plain words, such as {@code every day at 06:00, Europe/Berlin}. */
  String words();

  /**
   * Waits for moments of the clock.
   *
   * @param times the moments
   * @param missed what becomes of those that passed while nobody listened
   * @param item the record with which the run for a moment begins
   */
  record Clock(String words, Timetable times, Missed missed, Function<Instant, JsonObject> item)
      implements Listening {}

  /**
   * Waits for calls of an address by programs.
   *
   * @param path the end of the address, without a slash before it; a part such as {@code :id} takes
   *     any value
   * @param methods HTTP methods in capitals; at least one
   * @param settings the trigger's own, for whoever listens: who may call and what is answered
   */
  record Call(String words, String path, List<String> methods, JsonObject settings)
      implements Listening {
    public Call {
      methods = List.copyOf(methods);
    }
  }

  /**
   * Waits for a person who fills in a form at an address.
   *
   * @param path the end of the address, without a slash before it
   * @param asked what is asked and how it is answered, in the trigger's own settings
   */
  record Form(String words, String path, JsonObject asked) implements Listening {}

  /**
   * Waits for files in a folder.
   *
   * @param folder its path; a relative one starts at the workflow's folder
   * @param fits which files count, by their path below the folder with slashes between
   * @param subfolders whether those in folders of the folder count too
   * @param kinds what must become of a file; at least one
   * @param settled so long size and time of a file stay the same before it counts as complete
   * @param existing whether files count that were there when it began to listen
   * @param every so often the folder is looked at, whether or not the system told of a change
   * @param item the record with which the run for a change begins
   */
  record Files(
      String words,
      String folder,
      Predicate<String> fits,
      boolean subfolders,
      Set<FileChange.Kind> kinds,
      Duration settled,
      boolean existing,
      Duration every,
      Function<FileChange, JsonObject> item)
      implements Listening {
    public Files {
      kinds = Set.copyOf(kinds);
    }
  }

  /** What becomes of moments that passed while nobody listened. */
  enum Missed {
    /** Nothing. */
    SKIP,
    /** One run, for the last of them. */
    ONCE,
    /** A run for each, up to a bound that the engine sets; the oldest beyond it are left out. */
    ALL
  }
}
