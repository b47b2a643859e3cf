package io.concertmaster.model.diff;

import io.concertmaster.model.diff.FormChange.Detail;
import io.concertmaster.model.diff.FormParts.Part;
import io.concertmaster.model.diff.FormParts.Trait;
import io.concertmaster.model.diff.ValueChange.Kind;
import io.concertmaster.model.form.Form;
import io.concertmaster.model.io.FormFiles;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonLimits;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two versions of a form, as people speak of it.
 *
 * @param changes in the order of the newer version, what is gone last
 */
public record FormDifference(List<FormChange> changes) {
  /** More texts of a language that differ are counted. */
  private static final int TEXTS = 5;

  public FormDifference {
    changes = List.copyOf(changes);
  }

  /**
   * What differs.
   *
   * <p>Design note. Both are told apart into parts with traits in words, and these are compared. So
   * that nothing that differs is passed over, the files are compared value by value where no part
   * differs.
   */
  public static FormDifference between(Form before, Form after) {
    FormParts.Both both = FormParts.Both.of(before, after);
    Map<String, Part> from = both.before();
    Map<String, Part> to = both.after();
    List<FormChange> changes = new ArrayList<>();
    to.forEach((id, part) -> {
      Part old = from.get(id);
      if (old == null) {
        changes.add(new FormChange(Kind.ADDED, part.title(), part.about(), List.of()));
      } else {
        List<Detail> details = briefly(id, details(old, part));
        if (!details.isEmpty()) {
          changes.add(new FormChange(Kind.CHANGED, part.title(), "", details));
        }
      }
    });
    from.forEach((id, part) -> {
      if (!to.containsKey(id)) {
        changes.add(new FormChange(Kind.REMOVED, part.title(), part.about(), List.of()));
      }
    });
    order(from, to, changes);
    if (changes.isEmpty()) {
      rest(before, after, changes);
    }
    return new FormDifference(changes);
  }

  private static void order(
      Map<String, Part> from, Map<String, Part> to, List<FormChange> changes) {
    List<String> before =
        from.keySet().stream().filter(id -> FormParts.isPlaced(id) && to.containsKey(id)).toList();
    List<String> after =
        to.keySet().stream().filter(id -> FormParts.isPlaced(id) && from.containsKey(id)).toList();
    if (!before.equals(after)) {
      changes.add(
          new FormChange(
              Kind.CHANGED,
              FormParts.WHOLE,
              "",
              List.of(new Detail("order", "its parts stand in another order"))));
    }
  }

  /** Many texts of a language are counted: nobody reads translations here. */
  private static List<Detail> briefly(String id, List<Detail> details) {
    return FormParts.isLanguage(id) && details.size() > TEXTS
        ? List.of(new Detail("texts", details.size() + " are other ones"))
        : details;
  }

  private static List<Detail> details(Part before, Part after) {
    List<Detail> details = new ArrayList<>();
    Map<String, Trait> traits = new LinkedHashMap<>(after.traits());
    before.traits().forEach(traits::putIfAbsent);
    for (String what : traits.keySet()) {
      @Nullable Trait old = before.traits().get(what);
      @Nullable Trait now = after.traits().get(what);
      if (old == null && now != null) {
        details.add(new Detail(what, "now " + now.words()));
      } else if (old != null && now == null) {
        details.add(new Detail(what, "no longer " + old.words()));
      } else if (old != null && now != null && !old.value().equals(now.value())) {
        details.add(new Detail(what, old.words() + " → " + now.words()));
      }
    }
    return details;
  }

  private static void rest(Form before, Form after, List<FormChange> changes) {
    List<Detail> details =
        ValueDifference.between(json(before), json(after)).stream()
            .map(each -> new Detail(each.path(), DifferenceText.words(each)))
            .toList();
    if (!details.isEmpty()) {
      changes.add(new FormChange(Kind.CHANGED, FormParts.WHOLE, "", details));
    }
  }

  private static JsonObject json(Form form) {
    JsonLimits limits = JsonLimits.DATA; // what was read once is not held to limits again
    return Json.parse(FormFiles.write(form), limits) instanceof JsonObject object
        ? object
        : JsonObject.empty();
  }

  /** Whether both ask the same in the same words. */
  public boolean isEmpty() {
    return changes.isEmpty();
  }

  /** How many parts differ, each counted once. */
  public int count() {
    return changes.size();
  }

  /** One line for each thing that differs, for people. */
  public List<String> lines() {
    return changes.stream().flatMap(each -> each.lines().stream()).toList();
  }
}
