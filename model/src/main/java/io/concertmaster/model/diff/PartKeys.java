package io.concertmaster.model.diff;

import io.concertmaster.model.form.ElementPath;
import io.concertmaster.model.form.Form;
import io.concertmaster.model.form.FormElement;
import io.concertmaster.model.form.FormElement.Field;
import io.concertmaster.model.form.FormLayout;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What pages, sections and texts are known by in two versions of a form. They get an {@code i18n}
 * when their words are changed, and are the same ones as before.
 */
final class PartKeys {
  private PartKeys() {}

  /** What a page, a section or a text is known by. */
  static String of(String what, String key) {
    return what + " " + key;
  }

  /** The keys of an older version that the newer has not, by those that stand in their place. */
  static Map<String, String> renamed(Form before, Form after) {
    Map<ElementPath, String> old = keys(before);
    Map<ElementPath, String> fresh = keys(after);
    Map<String, String> renamed = new HashMap<>();
    old.forEach((at, key) -> {
      String now = fresh.get(at);
      if (now != null && !fresh.containsValue(key) && !old.containsValue(now)) {
        renamed.put(key, now);
      }
    });
    return renamed;
  }

  private static Map<ElementPath, String> keys(Form form) {
    Map<ElementPath, String> keys = new LinkedHashMap<>();
    collect(FormLayout.of(form).root(), keys);
    return keys;
  }

  private static void collect(FormElement element, Map<ElementPath, String> keys) {
    switch (element) {
      case FormElement.Page page -> keys.put(page.at(), of("page", page.key()));
      case FormElement.Section section -> keys.put(section.at(), of("section", section.key()));
      case FormElement.Words words -> keys.put(words.at(), of("text", words.key()));
      case Field field -> field.detail().ifPresent(each -> collect(each, keys));
      case FormElement.Columns _,
          FormElement.Pages _,
          FormElement.Stack _,
          FormElement.Unknown _ -> {}
    }
    element.elements().forEach(each -> collect(each, keys));
  }
}
