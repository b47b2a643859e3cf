package io.concertmaster.nodes.date;

import io.concertmaster.node.NodeException;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/** A way to write the form of a date by letters. English names throughout. */
sealed interface Letters permits LuxonLetters, MomentLetters {
  /** A date in a form. */
  String write(String form, ZonedDateTime date);

  /**
   * The moment that a text in a form says; empty where the text has another form.
   *
   * @param zone of a text that says none
   */
  Optional<ZonedDateTime> read(String form, String text, ZoneId zone);

  /** The letters of a name in files. */
  static Letters of(String name) throws NodeException {
    return switch (name) {
      case "luxon" -> new LuxonLetters();
      case "moment" -> new MomentLetters();
      default ->
          throw new NodeException("“" + name + "” is no kind of letters").atProperty("letters");
    };
  }
}
