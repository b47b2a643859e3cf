package io.concertmaster.hosted.desk;

import io.concertmaster.forms.FileRule;
import io.concertmaster.forms.FormCheck;
import io.concertmaster.hosted.page.FileFields;
import io.concertmaster.hosted.page.Filling;
import io.concertmaster.hosted.page.Filling.Next;
import io.concertmaster.hosted.page.Filling.Show;
import io.concertmaster.hosted.page.FormPage;
import io.concertmaster.hosted.page.GivenFile;
import io.concertmaster.hosted.page.Posted;
import io.concertmaster.hosted.upload.SentFile;
import io.concertmaster.hosted.upload.Uploads;
import io.concertmaster.model.form.FieldKind;
import io.concertmaster.model.form.FormElement.Field;
import io.concertmaster.model.form.FormLayout;
import io.concertmaster.model.form.FormTexts;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonException;
import io.concertmaster.node.data.JsonLimits;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One form at the desk: a visit leads to a page, or to the answer.
 *
 * @param inbox from which the form was opened; empty where it was opened by its address
 * @param files what there is to be looked at
 */
record Asking(
    FormCheck check,
    Visit visit,
    String base,
    Uploads uploads,
    Optional<FromInbox> inbox,
    List<GivenFile> files) {
  /** The most characters of an answer that travels in a page. */
  private static final int LONGEST = 2 << 20;

  /** The answer so far comes back from the browser: so long at most, and so deep. */
  private static final JsonLimits TRAVELLING = new JsonLimits(LONGEST, 64, LONGEST);

  /** What comes of the visit. */
  sealed interface Outcome {}

  /** A page, or what the script asked for. */
  record Page(DeskAnswer answer) implements Outcome {}

  /** The form is filled in. */
  record Filled(JsonObject answer, Map<String, JsonObject> files) implements Outcome {}

  /**
   * Goes on.
   *
   * @param travelling what travels in the page beside the answer, by name
   * @param owner to whom the files belong
   */
  Outcome goOn(Map<String, String> travelling, String owner) throws Uploads.TooManyException {
    Filling filling = new Filling(check, visit.wanted());
    FormPage.Surroundings around = around(travelling, inbox.map(FromInbox::note).orElse(""));
    if (visit.posted().isEmpty()) {
      return new Page(page(filling, filling.begin(prefilled()), around));
    }
    if (inbox.filter(each -> !each.confirmed()).isPresent()) {
      return new Page(DeskAnswer.html(403, FormPage.of(filling, asSent(filling, owner), around)));
    }
    JsonObject before =
        FileFields.changed(check.layout().root(), before(), file -> uploads.known(owner, file));
    Posted posted = new Posted(visit.posted().get().values(), kept(owner, before));
    String wish = visit.sent("do");
    Next next = filling.after(before, number(visit.sent("page")), wish, posted);
    return switch (next) {
      case Filling.Done done -> new Filled(done.answer(), done.files());
      case Show show when wish.equals("seen") ->
          new Page(
              DeskAnswer.json(
                  Json.write(
                      JsonObject.of("hidden", JsonArray.copyOf(FormPage.hidden(show)))
                          .with("disabled", JsonArray.copyOf(FormPage.disabled(filling, show)))
                          .with("required", JsonArray.copyOf(FormPage.required(filling, show)))
                          .with("closed", FormPage.closed(filling, show)))));
      case Show show -> new Page(page(spoken(filling, wish), show, around));
    };
  }

  /** In the language that a button of the page asks for; what was sent is of the one before. */
  private Filling spoken(Filling filling, String wish) {
    String language =
        wish.startsWith(FormPage.SPEAK) ? wish.substring(FormPage.SPEAK.length()) : "";
    if (!Visit.isTag(language)) {
      return filling;
    }
    List<String> wanted = new ArrayList<>(visit.wanted());
    wanted.addFirst(language);
    return new Filling(check, wanted);
  }

  /** Where to go on: in the language of the page, where the address or somebody chose that. */
  String on(String address) {
    String shown = FormTexts.of(check.form(), visit.wanted()).language();
    return shown.equals(FormTexts.of(check.form(), visit.asked()).language())
        ? visit.on(address)
        : Visit.in(shown, address);
  }

  /**
   * The page again, as it was sent, of a form that is not begun with what came.
   *
   * @param travelling what travels in the page beside the answer, by name
   * @param owner to whom the files belong
   * @param note key of what is said before all else
   */
  DeskAnswer again(Map<String, String> travelling, String owner, String note) {
    Filling filling = new Filling(check, visit.wanted());
    return DeskAnswer.html(
        409, FormPage.of(filling, asSent(filling, owner), around(travelling, note)));
  }

  private FormPage.Surroundings around(Map<String, String> travelling, String note) {
    return new FormPage.Surroundings(
        base,
        inbox.map(FromInbox::own).orElseGet(visit::address),
        travelling,
        Visit.offered(check.form()),
        inbox.map(FromInbox::frame),
        files,
        note);
  }

  /** What was sent, to be looked at and sent again; new files play no part. */
  private Show asSent(Filling filling, String owner) {
    Posted posted = new Posted(visit.posted().orElseThrow().values());
    JsonObject before =
        FileFields.changed(check.layout().root(), before(), file -> uploads.known(owner, file));
    return switch (filling.after(before, number(visit.sent("page")), "seen", posted)) {
      case Show show -> show;
      case Filling.Done done -> filling.begin(done.answer());
    };
  }

  /** Keeps the files that came for fields of the form; those that they replace are let go. */
  private Map<String, JsonObject> kept(String owner, JsonObject before)
      throws Uploads.TooManyException {
    Map<String, JsonObject> kept = new HashMap<>();
    for (SentFile file : visit.files()) {
      Optional<Field> field = field(file.field());
      if (field.isEmpty() || kept.containsKey(file.field())) {
        continue;
      }
      String name = String.join("_", file.field().substring(1).split("/", -1));
      Optional.ofNullable(FileFields.of(check.layout().root(), before).get(name))
          .ifPresent(old -> uploads.forget(owner, old));
      kept.put(file.field(), uploads.keep(owner, file));
    }
    return kept;
  }

  /** The field of files at a place in the answer, whichever entries it lies in. */
  private Optional<Field> field(String pointer) {
    return check.layout().fields().stream()
        .flatMap(Asking::withDetails)
        .filter(each -> each.kind() == FieldKind.FILE && !each.readOnly())
        .filter(each -> pointer.endsWith(each.scope().pointer()))
        .findFirst();
  }

  private static Stream<Field> withDetails(Field field) {
    return Stream.concat(
        Stream.of(field),
        field.detail().stream()
            .flatMap(each -> FormLayout.fields(each).stream())
            .flatMap(Asking::withDetails));
  }

  private DeskAnswer page(Filling filling, Show show, FormPage.Surroundings around) {
    if (Json.write(show.answer()).length() > LONGEST) {
      return FormDesk.notice(413, visit, "long", inbox); // it could not come back
    }
    boolean large = visit.files().stream().anyMatch(each -> each.size() > FileRule.LARGEST);
    int refused = large ? 413 : 422;
    return DeskAnswer.html(
        show.problems().isEmpty() ? 200 : refused, FormPage.of(filling, show, around));
  }

  private JsonObject before() {
    try {
      return Json.parse(visit.sent("answer"), TRAVELLING) instanceof JsonObject answer
          ? answer
          : JsonObject.empty();
    } catch (JsonException e) {
      return JsonObject.empty();
    }
  }

  private static int number(String text) {
    return text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
  }

  /** What the address says of fields, by the keys of their texts: {@code ?contact.name=Ria}. */
  private JsonObject prefilled() {
    JsonObject known = JsonObject.empty();
    for (Field field : check.layout().fields()) {
      List<String> given = visit.query().getOrDefault(field.key(), List.of());
      Optional<Object> value = Posted.known(field, given);
      if (value.isPresent() && !field.readOnly()) {
        known = field.scope().with(known, value.get());
      }
    }
    return known;
  }
}
