package io.concertmaster.hosted.page;

import io.concertmaster.forms.Seen;
import io.concertmaster.forms.Spot;
import io.concertmaster.model.form.FieldKind;
import io.concertmaster.model.form.FormElement;
import io.concertmaster.model.form.FormElement.Field;
import io.concertmaster.model.form.FormElement.Page;
import io.concertmaster.model.form.FormLayout;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonException;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The fields of a page that nobody can fill in as it stands, because a rule hides or disables them.
 * It travels with the page, so that what is sent tells which fields the person was offered: a field
 * that opens by what was sent is to be shown before the answer is taken. It says nothing of what
 * may be filled in; rules are applied anew to what comes.
 *
 * @param marks of the fields, as {@link #mark} gives them
 */
record Closed(Set<String> marks) {
  /** The field in which it travels. */
  static final String NAME = "closed";

  Closed {
    marks = Set.copyOf(marks);
  }

  /** By what the page and the script know an element as it stands on the page. */
  static String mark(Spot spot) {
    return "at" + spot.entry() + "/" + spot.at().steps();
  }

  /** Those of a page while the answer stands so. */
  static Closed of(Page page, JsonObject answer, Seen seen) {
    return new Closed(
        Set.copyOf(
            marks(
                page,
                answer,
                (field, spot, readOnly) ->
                    !(seen.shows(spot) && seen.enables(spot))
                        && !readOnly
                        && field.kind() != FieldKind.HIDDEN)));
  }

  /** The marks of the fields of a page whose controls are disabled while the answer stands so. */
  static List<String> disabled(Page page, JsonObject answer, Seen seen) {
    return marks(
        page,
        answer,
        (field, spot, readOnly) ->
            !seen.enables(spot) || (readOnly && Controls.isDisabledToRead(field.kind())));
  }

  /** The marks of the fields of a page that must be filled in while the answer stands so. */
  static List<String> required(Page page, JsonObject answer, Seen seen) {
    return marks(page, answer, (field, spot, readOnly) -> seen.requires(field, spot.entry()));
  }

  /** Whether a field is one of them; one in an entry of a read-only group is read-only too. */
  private interface Such {
    boolean is(Field field, Spot spot, boolean readOnly);
  }

  /** The marks of those fields of a page, the ones of entries included. */
  private static List<String> marks(Page page, JsonObject answer, Such such) {
    List<String> marks = new ArrayList<>();
    collect(page, "", answer, false, such, marks);
    return marks;
  }

  private static void collect(
      FormElement element,
      String entry,
      JsonObject data,
      boolean readOnly,
      Such such,
      List<String> marks) {
    for (Field field : FormLayout.fields(element)) {
      boolean only = readOnly || field.readOnly();
      Spot spot = new Spot(field.at(), entry);
      if (such.is(field, spot, only)) {
        marks.add(mark(spot));
      }
      if (field.detail().isPresent()
          && field.scope().value(data).orElse(null) instanceof JsonArray entries) {
        String pointer = Spot.pointer(field, entry);
        for (int i = 0; i < entries.size(); i++) {
          JsonObject one = entries.get(i) instanceof JsonObject o ? o : JsonObject.empty();
          collect(field.detail().get(), pointer + "/" + i, one, only, such, marks);
        }
      }
    }
  }

  /** What was sent. Where it cannot be read, all fields were offered. */
  static Closed read(Posted posted) {
    Set<String> marks = new HashSet<>();
    try {
      if (Json.parse(posted.first(NAME).orElse("[]")) instanceof JsonArray sent) {
        sent.forEach(each -> marks.add(String.valueOf(each)));
      }
    } catch (JsonException e) {
      // Not of our page: nothing is asked for twice.
    }
    return new Closed(marks);
  }

  /** As it travels. */
  String write() {
    return Json.write(JsonArray.copyOf(marks.stream().sorted().toList()));
  }

  /** Whether an element was closed. */
  boolean has(Spot spot) {
    return marks.contains(mark(spot));
  }

  /** Whether a field has opened since: it is closed here, and no more in what stands now. */
  boolean hasOpened(Closed now) {
    return !now.marks().containsAll(marks);
  }
}
