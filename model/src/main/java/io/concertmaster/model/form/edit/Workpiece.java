package io.concertmaster.model.form.edit;

import io.concertmaster.model.form.ElementPath;
import io.concertmaster.model.form.Form;
import io.concertmaster.model.form.FormElement;
import io.concertmaster.model.form.FormElement.Field;
import io.concertmaster.model.form.FormLayout;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A form while an edit works on it. Its layout is written out, so that every element has a place.
 */
final class Workpiece {
  private Form form;
  private @Nullable FormLayout layout;

  Workpiece(Form start) {
    form = WrittenLayout.of(start);
  }

  Form form() {
    return form;
  }

  FormLayout layout() {
    FormLayout read = layout;
    if (read == null) {
      read = FormLayout.of(form);
      layout = read;
    }
    return read;
  }

  private void take(Form changed) {
    form = changed;
    layout = null;
  }

  /** All elements, those of repeatable groups' entries too, in reading order. */
  List<FormElement> all() {
    return all(layout().root());
  }

  /** An element and all within, those of repeatable groups' entries too, in reading order. */
  static List<FormElement> all(FormElement element) {
    List<FormElement> all = new ArrayList<>();
    collect(element, all);
    return all;
  }

  private static void collect(FormElement element, List<FormElement> all) {
    all.add(element);
    if (element instanceof Field field) {
      field.detail().ifPresent(each -> collect(each, all));
    }
    element.elements().forEach(each -> collect(each, all));
  }

  /** The element at a place, which must be there. */
  FormElement element(ElementPath at) {
    return layout()
        .element(at)
        .orElseThrow(() -> new IllegalArgumentException("the form has nothing at " + at));
  }

  /** The field at a place, which must be there. */
  Field field(ElementPath at) {
    if (element(at) instanceof Field field) {
      return field;
    }
    throw new IllegalArgumentException("what stands at " + at + " is no field");
  }

  Ground ground(ElementPath at) {
    return Ground.of(layout(), at);
  }

  static JsonPath path(ElementPath at) {
    JsonPath path = JsonPath.TOP;
    for (int step : at.steps()) {
      path =
          step == ElementPath.DETAIL ? path.then("options", "detail") : path.then("elements", step);
    }
    return path;
  }

  JsonObject json(ElementPath at) {
    return path(at).object(form.ui());
  }

  void change(ElementPath at, UnaryOperator<JsonObject> change) {
    take(form.withUi(path(at).with(form.ui(), change)));
  }

  void schema(JsonPath at, UnaryOperator<JsonObject> change) {
    take(form.withSchema(at.with(form.schema(), change)));
  }

  void insert(ElementPath parent, int position, JsonObject element) {
    change(
        parent,
        around -> {
          List<@Nullable Object> all = new ArrayList<>(elements(around));
          if (position < 0 || position > all.size()) {
            throw new IllegalArgumentException(
                "there is no position " + position + " in " + parent);
          }
          all.add(position, element);
          return around.with("elements", JsonArray.copyOf(all));
        });
  }

  void takeOut(ElementPath at) {
    change(
        at.parent(),
        around -> {
          List<@Nullable Object> all = new ArrayList<>(elements(around));
          all.remove(at.last());
          return around.with("elements", JsonArray.copyOf(all));
        });
  }

  static JsonArray elements(JsonObject around) {
    return around.get("elements") instanceof JsonArray all ? all : JsonArray.empty();
  }

  /** Changes the texts of each language. */
  void texts(UnaryOperator<JsonObject> change) {
    JsonObject changed = form.texts();
    for (Map.Entry<String, @Nullable Object> language : form.texts().entrySet()) {
      if (language.getValue() instanceof JsonObject texts) {
        changed = changed.with(language.getKey(), change.apply(texts));
      }
    }
    take(form.withTexts(changed));
  }

  /** Sets a text; an empty one is taken out. */
  void text(String language, String key, String text) {
    JsonObject texts =
        form.texts().get(language) instanceof JsonObject there ? there : JsonObject.empty();
    JsonObject changed = text.isEmpty() ? texts.without(key) : texts.with(key, text);
    take(form.withTexts(form.texts().with(language, changed)));
  }

  /** The language in which the form is made. */
  String language() {
    return form.texts().isEmpty() ? "en" : form.texts().keySet().iterator().next();
  }
}
