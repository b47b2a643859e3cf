package io.concertmaster.model.form.edit;

import io.concertmaster.model.form.Form;
import io.concertmaster.model.form.FormElement;
import io.concertmaster.model.form.FormElement.Field;
import io.concertmaster.model.form.FormLayout;
import io.concertmaster.node.data.JsonObject;
import java.util.HashSet;
import java.util.Set;

/** Names that nothing in a form has yet. */
final class FreshKey {
  private FreshKey() {}

  /** A key for the texts of an element that is no field. */
  static String in(Form form, String base) {
    Set<String> taken = new HashSet<>();
    collect(FormLayout.of(form).root(), taken);
    for (Object texts : form.texts().values()) {
      if (texts instanceof JsonObject each) {
        each.keySet().forEach(name -> taken.add(name.replaceFirst("\\..*", "")));
      }
    }
    return free(base, taken, "-");
  }

  /** A name for a field in an object. */
  static String field(JsonObject object, String base) {
    Set<String> taken =
        object.get("properties") instanceof JsonObject properties ? properties.keySet() : Set.of();
    return free(base, taken, "");
  }

  private static String free(String base, Set<String> taken, String between) {
    String stem = base.replaceFirst("-?\\d+$", "");
    String name = base;
    for (int number = 2; taken.contains(name); number++) {
      name = (stem.isEmpty() ? base : stem) + between + number;
    }
    return name;
  }

  private static void collect(FormElement element, Set<String> keys) {
    switch (element) {
      case FormElement.Page page -> keys.add(page.key());
      case FormElement.Section section -> keys.add(section.key());
      case FormElement.Words words -> keys.add(words.key());
      case Field field -> {
        keys.add(field.key());
        field.detail().ifPresent(each -> collect(each, keys));
      }
      default -> {}
    }
    element.elements().forEach(each -> collect(each, keys));
  }
}
