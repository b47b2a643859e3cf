package io.concertmaster.model.io;

import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Brings files of older formats to the newest one.
 *
 * @param steps step 0 leads from format 1 to format 2, and so on. A step changes what differs and
 *     leaves everything else, wrong things too, for the reader to name.
 */
record Migrations(List<UnaryOperator<JsonObject>> steps) {
  /** The steps to the format of this program. Format 1 is the first: there is none yet. */
  static final Migrations KNOWN = new Migrations(List.of());

  Migrations {
    steps = List.copyOf(steps);
  }

  /** The format to which they lead. */
  int newest() {
    return steps.size() + 1;
  }

  /**
   * A file in the newest format.
   *
   * @throws WorkflowFileException when it names no format, or one that is newer
   */
  JsonObject migrate(JsonObject file) throws WorkflowFileException {
    Fields fields = Fields.of(file, Place.TOP);
    if (!fields.has("format")) {
      throw Place.TOP.wrong(
          "has no “format”, so it is no workflow of ConcertMaster: choose another file, or begin it"
              + " with \"format\": "
              + newest());
    }
    int format = fields.requiredInt("format", 1, Integer.MAX_VALUE, "1");
    if (format > newest()) {
      throw fields
          .at("format")
          .wrong(
              "the file was made by a newer version of ConcertMaster (format "
                  + format
                  + "; this version reads up to "
                  + newest()
                  + "): update ConcertMaster to open it");
    }
    JsonObject migrated = file;
    for (UnaryOperator<JsonObject> step : steps.subList(format - 1, steps.size())) {
      migrated = step.apply(migrated);
    }
    return migrated.with("format", (long) newest());
  }
}
