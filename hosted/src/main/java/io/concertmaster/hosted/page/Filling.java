package io.concertmaster.hosted.page;

import io.concertmaster.forms.CheckedAnswer;
import io.concertmaster.forms.FormCheck;
import io.concertmaster.forms.FormProblem;
import io.concertmaster.forms.Seen;
import io.concertmaster.forms.Spot;
import io.concertmaster.model.form.FieldKind;
import io.concertmaster.model.form.FormElement;
import io.concertmaster.model.form.FormElement.Field;
import io.concertmaster.model.form.FormElement.Page;
import io.concertmaster.model.form.FormLayout;
import io.concertmaster.model.form.FormTexts;
import io.concertmaster.model.form.Pointers;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * How a form is filled in page by page, without anything being kept between requests: the answer so
 * far travels in the page. What travels is a stranger's and is judged as a whole in the end.
 *
 * @param check the form
 * @param languages in which, BCP 47 tags, most wanted first
 */
public record Filling(FormCheck check, List<String> languages) {
  public Filling {
    languages = List.copyOf(languages);
  }

  /** What comes next. */
  public sealed interface Next {}

  /**
   * A page is shown.
   *
   * @param page its number, from 0
   * @param problems what is wrong on it; none while it is shown for the first time
   */
  public record Show(JsonObject answer, int page, List<FormProblem> problems, Seen seen)
      implements Next {
    public Show {
      problems = List.copyOf(problems);
    }
  }

  /**
   * The answer is complete and right.
   *
   * @param files as they travelled, by the names of {@link FileFields#of}
   */
  public record Done(JsonObject answer, Map<String, JsonObject> files) implements Next {
    public Done {
      files = Map.copyOf(files);
    }
  }

  /** The first page, with what is known already. */
  public Show begin(JsonObject known) {
    JsonObject begun = check.begun(known);
    Seen seen = seen(begun);
    return new Show(begun, forward(seen, -1), List.of(), seen);
  }

  /**
   * What follows from a page that was sent.
   *
   * @param before the answer as it travelled in the page
   * @param from the page's number
   * @param wish the button: {@code next}, {@code back}, {@code submit}, {@code seen}, {@code
   *     lang:TAG}, {@code add:POINTER}, {@code remove:POINTER}, {@code up:POINTER}, {@code
   *     down:POINTER} or, for a file, {@code drop:POINTER}. {@code submit} too goes on to a page
   *     that a rule shows by what was sent.
   */
  public Next after(JsonObject before, int from, String wish, Posted posted) {
    List<Page> pages = check.layout().pages();
    int at = Math.clamp(from, 0, pages.size() - 1);
    JsonObject answer = filled(before, pages.get(at), posted);
    if (wish.startsWith("add:")) {
      return again(changed(answer, wish.substring(4), true), at);
    }
    if (wish.startsWith("remove:")) {
      return again(changed(answer, wish.substring(7), false), at);
    }
    if (wish.startsWith("up:")) {
      return again(moved(answer, wish.substring(3), -1), at);
    }
    if (wish.startsWith("down:")) {
      return again(moved(answer, wish.substring(5), 1), at);
    }
    if (wish.startsWith("drop:")) {
      return again(dropped(answer, wish.substring(5)), at);
    }
    if (wish.equals("back")) {
      Seen seen = seen(answer);
      return new Show(answer, backward(seen, at), List.of(), seen);
    }
    if (wish.equals("seen") || wish.startsWith(FormPage.SPEAK)) {
      return again(answer, at);
    }
    CheckedAnswer checked = check.check(FileFields.plain(check.layout().root(), answer), languages);
    List<FormProblem> here = problems(checked, pages.get(at));
    if (!here.isEmpty()) {
      return new Show(answer, at, here, checked.seen());
    }
    if (Closed.read(posted).hasOpened(Closed.of(pages.get(at), answer, checked.seen()))) {
      return new Show(answer, at, List.of(), checked.seen()); // nobody was asked for it yet
    }
    int next = forward(checked.seen(), at);
    if (next > at) {
      return new Show(answer, next, List.of(), checked.seen());
    }
    if (checked.accepted()) {
      return new Done(checked.answer(), files(checked.answer(), answer));
    }
    return firstWrong(answer, checked);
  }

  /**
   * The answer with what was sent. Of what a rule disables nothing is taken: what is sent says so,
   * and what is not taken may say it of more.
   */
  private JsonObject filled(JsonObject before, Page page, Posted posted) {
    String language = FormTexts.of(check.form(), languages).language();
    Set<Spot> locked = new HashSet<>();
    JsonObject answer = posted.into(before, page, language, locked);
    while (locked.addAll(seen(answer).disabled())) {
      answer = posted.into(before, page, language, locked);
    }
    return answer;
  }

  private Seen seen(JsonObject answer) {
    return check.seen(FileFields.plain(check.layout().root(), answer));
  }

  /** The files that are still in an answer after its check. */
  private Map<String, JsonObject> files(JsonObject checked, JsonObject travelled) {
    FormElement root = check.layout().root();
    Map<String, JsonObject> files = FileFields.of(root, travelled);
    files.keySet().retainAll(FileFields.of(root, checked).keySet());
    return files;
  }

  private Show again(JsonObject answer, int page) {
    return new Show(answer, page, List.of(), seen(answer));
  }

  /** The first page on which something is wrong; the last one tells what belongs to none. */
  private Show firstWrong(JsonObject answer, CheckedAnswer checked) {
    List<Page> pages = check.layout().pages();
    for (int i = 0; i < pages.size(); i++) {
      List<FormProblem> here = problems(checked, pages.get(i));
      if (!here.isEmpty()) {
        return new Show(answer, i, here, checked.seen());
      }
    }
    return new Show(answer, pages.size() - 1, checked.problems(), checked.seen());
  }

  /** The problems of the fields on a page. */
  private static List<FormProblem> problems(CheckedAnswer checked, Page page) {
    List<String> own =
        FormLayout.fields(page).stream().map(each -> each.scope().pointer()).toList();
    return checked.problems().stream()
        .filter(each ->
            own.stream()
                .anyMatch(pointer ->
                    each.pointer().equals(pointer) || each.pointer().startsWith(pointer + "/")))
        .toList();
  }

  /** The next page that is seen; the same one where none is left. */
  int forward(Seen seen, int from) {
    List<Page> pages = check.layout().pages();
    for (int i = from + 1; i < pages.size(); i++) {
      if (isSeen(pages.get(i), seen)) {
        return i;
      }
    }
    return Math.max(from, 0);
  }

  private int backward(Seen seen, int from) {
    for (int i = from - 1; i >= 0; i--) {
      if (isSeen(check.layout().pages().get(i), seen)) {
        return i;
      }
    }
    return from;
  }

  /** Whether a page is shown: only its own rule hides it, as in the app. */
  static boolean isSeen(Page page, Seen seen) {
    return seen.shows(new Spot(page.at(), ""));
  }

  /** The answer without a file. */
  private JsonObject dropped(JsonObject answer, String pointer) {
    return at(answer, pointer, FieldKind.FILE, (field, value) -> Optional.empty());
  }

  /** The answer with an entry more or less, in a group that may lie in an entry itself. */
  private JsonObject changed(JsonObject answer, String pointer, boolean more) {
    int slash = pointer.lastIndexOf('/');
    String list = more || slash < 0 ? pointer : pointer.substring(0, slash);
    String entry = pointer.substring(slash + 1);
    return at(
        answer,
        list,
        FieldKind.REPEATED,
        (field, value) -> Optional.of(changed(field, value, entry, more)));
  }

  /** The answer with an entry in another's place; the same where there is no other. */
  private JsonObject moved(JsonObject answer, String pointer, int by) {
    int slash = pointer.lastIndexOf('/');
    String entry = pointer.substring(slash + 1);
    return at(
        answer,
        pointer.substring(0, Math.max(0, slash)),
        FieldKind.REPEATED,
        (field, value) -> {
          List<Object> entries =
              value instanceof JsonArray there ? new ArrayList<>(there) : List.of();
          index(Pointers.name(entry), entries.size())
              .filter(from -> from + by >= 0 && from + by < entries.size())
              .ifPresent(from -> entries.add(from + by, entries.remove((int) from)));
          return Optional.of(JsonArray.copyOf(entries));
        });
  }

  private static JsonArray changed(Field field, Object value, String entry, boolean more) {
    List<Object> entries = new ArrayList<>();
    if (value instanceof JsonArray there) {
      entries.addAll(there);
    }
    long most = field.limit("maxItems").orElse(1_000L);
    if (more && entries.size() < most) {
      entries.add(JsonObject.empty());
    } else if (!more) {
      index(Pointers.name(entry), entries.size()).ifPresent(index -> entries.remove((int) index));
    }
    return JsonArray.copyOf(entries);
  }

  /**
   * The answer with the value of one field changed, which may lie in entries of groups; the same
   * where no such field may be filled in.
   *
   * @param kind of the field
   * @param change of the value, an empty list where there is none, to another or to none
   */
  private JsonObject at(
      JsonObject answer,
      String pointer,
      FieldKind kind,
      BiFunction<Field, Object, Optional<Object>> change) {
    return at(check.layout().root(), answer, "", pointer, kind, seen(answer), change);
  }

  private static JsonObject at(
      FormElement layout,
      JsonObject answer,
      String entry,
      String pointer,
      FieldKind kind,
      Seen seen,
      BiFunction<Field, Object, Optional<Object>> change) {
    for (Field field : FormLayout.fields(layout)) {
      if (field.readOnly() || !seen.enables(new Spot(field.at(), entry))) {
        continue;
      }
      String place = Spot.pointer(field, entry);
      Object value = field.scope().value(answer).orElse(JsonArray.empty());
      if (place.equals(pointer) && field.kind() == kind) {
        return change
            .apply(field, value)
            .map(now -> field.scope().with(answer, now))
            .orElseGet(() -> field.scope().without(answer));
      }
      if (field.detail().isPresent()
          && pointer.startsWith(place + "/")
          && value instanceof JsonArray entries) {
        @Nullable Object[] each = entries.toArray();
        for (int i = 0; i < each.length; i++) {
          if (each[i] instanceof JsonObject one) {
            each[i] = at(field.detail().get(), one, place + "/" + i, pointer, kind, seen, change);
          }
        }
        return field.scope().with(answer, JsonArray.ofValues(each));
      }
    }
    return answer;
  }

  private static Optional<Integer> index(String text, int size) {
    try {
      int index = Integer.parseInt(text);
      return index >= 0 && index < size ? Optional.of(index) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
