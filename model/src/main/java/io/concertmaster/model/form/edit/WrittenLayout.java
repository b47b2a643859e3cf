package io.concertmaster.model.form.edit;

import io.concertmaster.model.form.ElementPath;
import io.concertmaster.model.form.Form;
import io.concertmaster.model.form.FormElement;
import io.concertmaster.model.form.FormElement.Field;
import io.concertmaster.model.form.FormElement.Page;
import io.concertmaster.model.form.FormElement.Section;
import io.concertmaster.model.form.FormElement.Words;
import io.concertmaster.model.form.FormLayout;
import io.concertmaster.model.form.FormTexts;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Layouts in which nothing is left to be understood: where the file leaves out how fields are laid
 * out, it stands there, and texts hang on names rather than on places, so that elements can move.
 */
final class WrittenLayout {
  private static final int DEEPEST = 40;

  private WrittenLayout() {}

  static Form of(Form form) {
    Form written = form;
    if (form.ui().isEmpty()) {
      written = written.withUi(stack(FormLayout.of(form).root()));
    }
    for (int i = 0; i < DEEPEST; i++) {
      Form next = oneMore(written, FormLayout.of(written).root());
      if (next.ui().equals(written.ui())) {
        return written;
      }
      written = next;
    }
    return written;
  }

  /** The same form where there is nothing to write. */
  private static Form oneMore(Form form, FormElement element) {
    Form written = form;
    if (element instanceof Field field && field.detail().isPresent()) {
      FormElement detail = field.detail().get();
      if (!(field.options().get("detail") instanceof JsonObject)) {
        return with(written, detail.at(), detail);
      }
      written = oneMore(written, detail);
    }
    String key =
        switch (element) {
          case Page page -> page.key();
          case Section section -> section.key();
          case Words words -> words.key();
          default -> "";
        };
    if (key.endsWith(element.at().toString()) && hasTexts(form, key)) {
      return named(written, element.at(), key);
    }
    for (FormElement each : element.elements()) {
      written = oneMore(written, each);
    }
    return written;
  }

  private static Form with(Form form, ElementPath at, FormElement detail) {
    return form.withUi(Workpiece.path(at).with(form.ui(), nothing -> stack(detail)));
  }

  private static Form named(Form form, ElementPath at, String key) {
    String fresh = FreshKey.in(form, "part");
    Set<String> others = Keys.in(FormLayout.of(form).root());
    others.remove(key);
    KeyedTexts led = new KeyedTexts(others);
    led.lead(key, fresh);
    Form renamed = form;
    for (String language : FormTexts.languages(form)) {
      if (renamed.texts().get(language) instanceof JsonObject texts) {
        renamed = renamed.withTexts(renamed.texts().with(language, led.in(texts)));
      }
    }
    return renamed.withUi(
        Workpiece.path(at).with(form.ui(), element -> element.with("i18n", fresh)));
  }

  private static boolean hasTexts(Form form, String key) {
    for (Object texts : form.texts().values()) {
      if (texts instanceof JsonObject each
          && each.keySet().stream().anyMatch(name -> name.startsWith(key + "."))) {
        return true;
      }
    }
    return false;
  }

  private static JsonObject stack(FormElement fields) {
    @Nullable Object[] controls =
        FormLayout.fields(fields).stream()
            .map(each -> JsonObject.of("type", "Control", "scope", each.scope().toString()))
            .toArray();
    return JsonObject.of("type", "VerticalLayout", "elements", JsonArray.ofValues(controls));
  }
}
