package io.concertmaster.model.form;

import io.concertmaster.model.form.FormElement.Field;
import io.concertmaster.model.form.FormElement.Page;
import io.concertmaster.model.form.FormElement.Pages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A form's layout, read.
 *
 * @param root the outermost element
 * @param problems what is wrong with it, for whoever makes the form
 */
public record FormLayout(FormElement root, List<LayoutProblem> problems) {
  /**
   * Something wrong with an element.
   *
   * @param at the element
   * @param message what, and what to do: a sentence that begins with a small letter
   */
  public record LayoutProblem(ElementPath at, String message) {}

  public FormLayout {
    problems = List.copyOf(problems);
  }

  /** Reads a form's layout. What cannot be read becomes a problem, never an exception. */
  public static FormLayout of(Form form) {
    return LayoutReader.read(form);
  }

  /** The pages; a form without any is one page without a heading. */
  public List<Page> pages() {
    if (root instanceof Pages all && !all.elements().isEmpty()) {
      return all.elements().stream()
          .map(each ->
              each instanceof Page page
                  ? page
                  : new Page(each.at(), Optional.empty(), "", "", List.of(each)))
          .toList();
    }
    return List.of(new Page(root.at(), Optional.empty(), "", "", List.of(root)));
  }

  /**
   * All fields in reading order; of a repeatable group the group, not the fields of its entries.
   */
  public List<Field> fields() {
    return fields(root);
  }

  /** The fields within an element. */
  public static List<Field> fields(FormElement element) {
    List<Field> fields = new ArrayList<>();
    collect(element, fields);
    return fields;
  }

  private static void collect(FormElement element, List<Field> fields) {
    if (element instanceof Field field) {
      fields.add(field);
    }
    element.elements().forEach(each -> collect(each, fields));
  }

  /** The element at a place. */
  public Optional<FormElement> element(ElementPath at) {
    FormElement element = root;
    for (int step : at.steps()) {
      if (step == ElementPath.DETAIL) {
        if (!(element instanceof Field field) || field.detail().isEmpty()) {
          return Optional.empty();
        }
        element = field.detail().get();
      } else if (step >= 0 && step < element.elements().size()) {
        element = element.elements().get(step);
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(element);
  }
}
