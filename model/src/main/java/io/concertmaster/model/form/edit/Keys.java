package io.concertmaster.model.form.edit;

import io.concertmaster.model.form.FormElement;
import io.concertmaster.model.form.FormElement.Field;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The keys by which texts name elements. */
final class Keys {
  private Keys() {}

  /** Those of an element and of all within. */
  static Set<String> in(FormElement element) {
    Set<String> keys = new LinkedHashSet<>(of(Workpiece.all(element)));
    keys.remove("");
    return keys;
  }

  /** Those of elements, each at its position; empty for those that have no texts. */
  static List<String> of(List<FormElement> elements) {
    return elements.stream().map(Keys::of).toList();
  }

  /** That of one element; empty for one that has no texts. */
  static String of(FormElement element) {
    return switch (element) {
      case FormElement.Page page -> page.key();
      case FormElement.Section section -> section.key();
      case FormElement.Words words -> words.key();
      case Field field -> field.key();
      case FormElement.Pages _, FormElement.Columns _, FormElement.Stack _, FormElement.Unknown _ ->
          "";
    };
  }
}
