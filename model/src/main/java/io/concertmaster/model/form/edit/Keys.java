package io.concertmaster.model.form.edit;

import io.concertmaster.model.form.FormElement;
import io.concertmaster.model.form.FormElement.Field;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The keys by which texts name elements. */
final class Keys {
  private Keys() {}

  /** Those of an element and of all within. */
  static Set<String> in(FormElement element) {
    List<FormElement> all = new ArrayList<>();
    Workpiece.collect(element, all);
    Set<String> keys = new LinkedHashSet<>();
    all.forEach(each -> {
      String key = of(each);
      if (!key.isEmpty()) {
        keys.add(key);
      }
    });
    return keys;
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
