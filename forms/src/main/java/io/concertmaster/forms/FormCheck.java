package io.concertmaster.forms;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import io.concertmaster.model.form.FieldKind;
import io.concertmaster.model.form.Form;
import io.concertmaster.model.form.FormElement;
import io.concertmaster.model.form.FormElement.Field;
import io.concertmaster.model.form.FormLayout;
import io.concertmaster.model.form.FormTexts;
import io.concertmaster.model.form.Pointers;
import io.concertmaster.model.form.Scope;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Judges the answers to one form. For all threads.
 *
 * <p>The order: what is empty is taken out, rules say what is seen, what is not seen is taken out,
 * and what is left must fit the schema, which may not ask for what is not seen.
 */
public final class FormCheck {
  /** The most entries that are there before somebody asks for more. */
  private static final int BEGUN = 20;

  private final Form form;
  private final FormLayout layout;
  private final Schema schema;
  private final Rules rules;
  private final Required required;

  private FormCheck(Form form, FormLayout layout, Schema schema, Rules rules) {
    this.form = form;
    this.layout = layout;
    this.schema = schema;
    this.rules = rules;
    this.required = new Required(form.schema());
  }

  /**
   * Makes a form's check ready.
   *
   * @throws FormException when its schema, or that of a rule, is no JSON Schema
   */
  public static FormCheck of(Form form) throws FormException {
    FormLayout layout = FormLayout.of(form);
    Schema schema;
    try {
      schema = Schemas.of(form.schema());
    } catch (IllegalArgumentException e) {
      throw new FormException(
          "the schema of the form “" + form.name() + "” cannot be used: " + e.getMessage(), e);
    }
    try {
      return new FormCheck(form, layout, schema, new Rules(layout, form.schema()));
    } catch (IllegalArgumentException e) {
      throw new FormException(
          "a rule of the form “" + form.name() + "” cannot be used: " + e.getMessage(), e);
    }
  }

  /** The form whose answers it judges. */
  public Form form() {
    return form;
  }

  /** The form's layout. */
  public FormLayout layout() {
    return layout;
  }

  /**
   * The answer with which people begin: a repeatable group that must be filled in, whose entries
   * ask for something, and of which nothing is known, has as many empty entries as it must have at
   * least, 20 at most. An entry that nobody fills in is refused by what it asks for. A hidden field
   * of which nothing is known has the {@code default} of its schema.
   *
   * @param known what is filled in already
   */
  public JsonObject begun(JsonObject known) {
    JsonObject begun = known;
    for (Field field : layout.fields()) {
      long least = Math.min(field.limit("minItems").orElse(0L), BEGUN);
      if (least > 0
          && asksInEntries(field)
          && isAlwaysAsked(field.scope())
          && field.scope().value(begun).isEmpty()) {
        List<JsonObject> entries = Collections.nCopies((int) least, JsonObject.empty());
        begun = field.scope().with(begun, JsonArray.copyOf(entries));
      }
    }
    return withHidden(begun);
  }

  /** An answer in which hidden fields that it does not have get their {@code default}. */
  private JsonObject withHidden(JsonObject answer) {
    JsonObject whole = answer;
    for (Field field : layout.fields()) {
      @Nullable Object value =
          field.kind() == FieldKind.HIDDEN ? field.schema().get("default") : null;
      if (value != null && field.scope().value(whole).isEmpty()) {
        whole = field.scope().with(whole, value);
      }
    }
    return whole;
  }

  private static boolean asksInEntries(Field field) {
    return field.kind() == FieldKind.REPEATED
        && field.detail().isPresent()
        && field.schema().get("items") instanceof JsonObject entry
        && entry.get("required") instanceof JsonArray names
        && !names.isEmpty();
  }

  /** Whether a field and all objects around it are asked for, whatever else is answered. */
  private boolean isAlwaysAsked(Scope scope) {
    Scope around = scope;
    while (!around.names().isEmpty()) {
      if (!around.isRequiredBy(form.schema())) {
        return false;
      }
      around = around.parent();
    }
    return true;
  }

  /**
   * What is seen of the form while the answer is being given; nothing is judged.
   *
   * @param answer as far as it is known
   */
  public Seen seen(JsonObject answer) {
    JsonObject tidied = Tidying.tidy(layout.root(), answer);
    Seen seen = rules.on(tidied);
    return seen.requiring(required.in(counted(tidied, seen)));
  }

  /**
   * Judges an answer. Hidden fields that it does not have get the {@code default} of their schema
   * first, wherever it comes from: nobody who fills in the form could write them.
   *
   * @param languages BCP 47 tags, most wanted first, for the messages
   */
  public CheckedAnswer check(JsonObject answer, List<String> languages) {
    JsonObject tidied = Tidying.tidy(layout.root(), withHidden(answer));
    Seen ruled = rules.on(tidied);
    JsonObject counted = counted(tidied, ruled);
    Seen seen = ruled.requiring(required.in(counted));
    Map<String, Asked> asked = new LinkedHashMap<>();
    collect(layout.root(), "", counted, seen, asked);
    FormTexts texts = FormTexts.of(form, languages);
    Messages messages = Messages.of(texts.language());
    Map<String, FormProblem> problems = new LinkedHashMap<>();
    for (Error error : schema.validate(Schemas.node(counted))) {
      String pointer = owner(pointer(error), asked.keySet());
      if (!(error.getKeyword().equals("required") && isAbsent(pointer(error), seen.absent()))) {
        problems.putIfAbsent(pointer, problem(error, pointer, asked.get(pointer), texts, messages));
      }
    }
    files(asked, texts, messages, problems);
    return new CheckedAnswer(counted, inOrder(problems, asked), seen);
  }

  /** An answer without what is not seen, as it is held against the schema. */
  private JsonObject counted(JsonObject tidied, Seen seen) {
    return withObjects(layout.root(), Absent.without(tidied, seen.absent()), seen);
  }

  /** What the schema cannot say of files, or says only where somebody wrote it. */
  private static void files(
      Map<String, Asked> asked,
      FormTexts texts,
      Messages messages,
      Map<String, FormProblem> problems) {
    asked.forEach((pointer, each) -> {
      Field field = each.field();
      if (field.kind() == FieldKind.FILE) {
        FileRule.broken(field, each.value())
            .ifPresent(keyword ->
                problems.put(
                    pointer,
                    new FormProblem(
                        pointer,
                        keyword,
                        texts
                            .error(field.key(), keyword)
                            .orElseGet(() -> messages.ofFile(keyword, field)))));
      }
    });
  }

  /**
   * An answer with the objects that the schema always asks for, though they may be empty: so that
   * what is missing in one is told of its fields.
   */
  private JsonObject withObjects(FormElement element, JsonObject answer, Seen seen) {
    JsonObject with = answer;
    for (Field field : FormLayout.fields(element)) {
      if (!seen.shows(new Spot(field.at(), ""))) {
        continue;
      }
      Scope around = Scope.ROOT;
      for (String name : field.scope().parent().names()) {
        around = around.field(name);
        if (around.value(with).isPresent()) {
          continue;
        }
        if (!around.isRequiredBy(form.schema())) {
          break;
        }
        with = around.with(with, JsonObject.empty());
      }
    }
    return with;
  }

  /** A field that is seen, once for each entry in which it stands. */
  private record Asked(Field field, @Nullable Object value, int order) {}

  private static void collect(
      FormElement element, String entry, JsonObject data, Seen seen, Map<String, Asked> asked) {
    if (!seen.shows(new Spot(element.at(), entry))) {
      return;
    }
    if (element instanceof Field field) {
      String pointer = Spot.pointer(field, entry);
      asked.putIfAbsent(
          pointer, new Asked(field, field.scope().value(data).orElse(null), asked.size()));
      if (field.detail().isPresent()
          && field.scope().value(data).orElse(null) instanceof JsonArray entries) {
        for (int i = 0; i < entries.size(); i++) {
          if (entries.get(i) instanceof JsonObject each) {
            collect(field.detail().get(), pointer + "/" + i, each, seen, asked);
          }
        }
      }
    }
    for (FormElement each : element.elements()) {
      collect(each, entry, data, seen, asked);
    }
  }

  /** Where something is wrong: where a value is missing, the place at which it would be. */
  private static String pointer(Error error) {
    StringBuilder pointer = new StringBuilder();
    var path = error.getInstanceLocation();
    for (int i = 0; i < path.getNameCount(); i++) {
      pointer.append('/').append(Pointers.escaped(String.valueOf(path.getElement(i))));
    }
    boolean ofField =
        error.getKeyword().equals("required") || error.getKeyword().equals("dependentRequired");
    if (ofField && error.getProperty() != null) {
      pointer.append('/').append(Pointers.escaped(error.getProperty()));
    }
    return pointer.toString();
  }

  private static boolean isAbsent(String pointer, Set<String> absent) {
    return absent.stream()
        .anyMatch(each ->
            pointer.equals(each)
                || each.startsWith(pointer + "/")
                || pointer.startsWith(each + "/"));
  }

  /** The field to which a place belongs: itself, or the nearest one around. */
  private static String owner(String pointer, Set<String> fields) {
    String at = pointer;
    while (!at.isEmpty() && !fields.contains(at)) {
      at = at.substring(0, at.lastIndexOf('/'));
    }
    return at;
  }

  private static FormProblem problem(
      Error error, String pointer, @Nullable Asked asked, FormTexts texts, Messages messages) {
    String keyword = error.getKeyword();
    String message =
        asked == null
            ? messages.of(error)
            : texts
                .error(asked.field().key(), keyword)
                .orElseGet(() -> messages.of(error, asked.field()));
    return new FormProblem(pointer, keyword, message);
  }

  private static List<FormProblem> inOrder(
      Map<String, FormProblem> problems, Map<String, Asked> asked) {
    List<FormProblem> all = new ArrayList<>(problems.values());
    all.sort(
        Comparator.comparingInt(each -> {
          Asked field = asked.get(each.pointer());
          return field == null ? Integer.MAX_VALUE : field.order();
        }));
    return all;
  }
}
