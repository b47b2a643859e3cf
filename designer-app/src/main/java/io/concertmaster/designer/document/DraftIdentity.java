package io.concertmaster.designer.document;

import io.concertmaster.model.edit.Slug;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Who a workflow or a form is that was made in the window, or copied there. The engine and servers
 * tell them apart by id, so that two of one id would take each other's place: it begins with an id
 * that no other has. When it first runs or is saved, its id is made of the name that it has by
 * then, and stays; undoing does not bring the first one back.
 *
 * @param firstId the id with which it was made
 * @param firstName the name with which it was made, which nobody chose
 * @param id the id that it got; empty while it has the first one for the time being
 * @param name the name that it got of its file; empty while it has none of there
 */
record DraftIdentity(String firstId, String firstName, Optional<String> id, Optional<String> name) {
  private static final int RADIX = 36;
  private static final int MARKS = RADIX * RADIX * RADIX * RADIX * RADIX;

  /** One that has nothing of its own yet. */
  static DraftIdentity of(String id, String name) {
    return new DraftIdentity(id, name, Optional.empty(), Optional.empty());
  }

  /**
   * That of a copy: its id is made of its file's name, so that it does not take the place of what
   * it was copied from; what people call it stays.
   *
   * @param firstId as the history of both has it
   * @param id that the original lies under
   * @param file the name of the copy's file without its ending
   */
  static DraftIdentity copy(String firstId, String id, String name, String file) {
    String slug = Slug.of(file, List.of());
    String own = slug.equals(Slug.of("", List.of())) || slug.equals(id) ? freshId(id) : slug;
    return new DraftIdentity(firstId, name, Optional.of(own), Optional.of(name));
  }

  /** An id that no other has: a word, and what makes the difference. */
  static String freshId(String word) {
    return word
        + "-"
        + Integer.toString(ThreadLocalRandom.current().nextInt(MARKS, Integer.MAX_VALUE), RADIX);
  }

  /** The id for a definition whose history says it has this one. */
  String idFor(String written) {
    return written.equals(firstId) ? id.orElse(firstId) : written;
  }

  /** The name for a definition whose history says it has this one. */
  String nameFor(String written) {
    return written.equals(firstName) ? name.orElse(firstName) : written;
  }

  /** Once it runs under a name. */
  DraftIdentity ran(String nameNow) {
    return id.isPresent()
        ? this
        : new DraftIdentity(firstId, firstName, Optional.of(idOf(nameNow)), name);
  }

  /**
   * Once it lies in a file.
   *
   * @param nameNow what people call it by then
   * @param file the name of the file without its ending; it gives the name where nobody chose one
   */
  DraftIdentity saved(String nameNow, String file) {
    Optional<String> got =
        name.isEmpty() && nameNow.equals(firstName) ? Optional.of(words(file)) : name;
    return new DraftIdentity(firstId, firstName, id, got).ran(got.orElse(nameNow));
  }

  /** Of a name that says nothing the first id stays: another one of that name is made tomorrow. */
  private String idOf(String chosen) {
    String slug = Slug.of(chosen, List.of());
    boolean empty = slug.equals(Slug.of("", List.of()));
    return empty || chosen.equalsIgnoreCase(firstName) ? firstId : slug;
  }

  /** A file's name as people would say it: {@code order-intake} is Order intake. */
  private String words(String file) {
    String spaced = file.replaceAll("[-_\\s]+", " ").strip();
    return spaced.isEmpty()
        ? firstName
        : spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
  }
}
