package io.concertmaster.form.view;

import io.concertmaster.model.form.FormElement.Field;
import java.util.function.Supplier;

/** Which control a field gets. */
final class Inputs {
  private Inputs() {}

  /**
   * The control of a field.
   *
   * @param pointer where its value stands in the answer, now
   */
  static Input of(Field field, Site site, Supplier<String> pointer) {
    return switch (field.kind()) {
      case TEXT, EMAIL, ADDRESS -> new LineInput(field, site, false);
      case NUMBER, INTEGER -> new LineInput(field, site, true);
      case LONG_TEXT, OTHER -> new AreaInput(field, site);
      case DATE -> new DateInput(field, site);
      case TIME -> new TimeInput(field, site);
      case DATE_TIME -> new DateTimeInput(field, site);
      case CHECKBOX -> new TickInput(field, site);
      case SELECT -> new SelectInput(field, site);
      case RADIO -> new RadioInput(field, site);
      case MULTI_SELECT -> new SeveralInput(field, site);
      case RATING -> new StarsInput(field, site);
      case FILE -> new FileInput(field, site);
      case REPEATED -> new GroupInput(field, site, pointer);
      case HIDDEN -> throw new IllegalArgumentException("a hidden field has no control");
    };
  }
}
