package io.concertmaster.model.io;

import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonLimits;
import io.concertmaster.node.data.JsonObject;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a workflow file may be: its limits and the form of its ids.
 *
 * <p>Pinned data may hold longer strings than the rest. So the JSON reader lets strings pass up to
 * the length of the whole document, and {@link #check} then walks the tree, pinned data apart, and
 * says by path which string is too long.
 */
final class FileRules {
  /** The version of the format that this program reads and writes. */
  static final int FORMAT = 1;

  static final int NODES = 20_000;

  static final JsonLimits LIMITS = JsonLimits.DEFINITION;

  /** What the JSON reader is held to. */
  static final JsonLimits READING =
      new JsonLimits(LIMITS.bytes(), LIMITS.depth(), (int) LIMITS.bytes());

  private static final Pattern ID = Pattern.compile("[a-z0-9][A-Za-z0-9_-]{0,63}");

  private FileRules() {}

  /** Whether a text is the id of a workflow or a node. */
  static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /** Refuses what is no id. */
  static void checkId(String id, Place place) throws WorkflowFileException {
    if (!isId(id)) {
      throw place.wrong(
          "the id "
              + Place.quoted(id)
              + " is not right: use small letters, digits and hyphens, such as \"check-total\", at"
              + " most 64 of them");
    }
  }

  /**
   * Finds values past a limit.
   *
   * @throws WorkflowFileException for a string that is too long and a number that is too large
   */
  static void check(@Nullable Object value, Place place) throws WorkflowFileException {
    switch (value) {
      case String text when text.length() > LIMITS.string() && !place.isPinned() ->
          throw place.wrong(
              "is a text of "
                  + text.length()
                  + " characters; up to "
                  + LIMITS.string()
                  + " are read: keep long texts in a file of their own");
      case Double number when !Double.isFinite(number) ->
          throw place.wrong("is a number too large to be read: write it as a text");
      case JsonObject object -> {
        for (int slot = 0; slot < object.size(); slot++) {
          check(object.slot(slot), place.field(object.shape().name(slot)));
        }
      }
      case JsonArray array -> {
        for (int i = 0; i < array.size(); i++) {
          check(array.get(i), place.element(i));
        }
      }
      case null, default -> {}
    }
  }
}
