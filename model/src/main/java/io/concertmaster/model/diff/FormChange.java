package io.concertmaster.model.diff;

import io.concertmaster.model.diff.ValueChange.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a form that differs: a field, a page, a section, a text, a language, or the form as a
 * whole.
 *
 * @param part what people call it, such as {@code field “E-mail”}
 * @param detail what is new or gone, such as {@code Text, on page “Contact”}; may be empty
 * @param details what differs about a part that is in both; at least one then, none else
 */
public record FormChange(Kind kind, String part, String detail, List<Detail> details) {
  public FormChange {
    details = List.copyOf(details);
  }

  /**
   * One thing that differs about a part.
   *
   * @param what such as {@code label}
   * @param how such as {@code “E-mail” → “Mail”}
   */
  public record Detail(String what, String how) {}

  /** Lines for people: {@code +} is new, {@code -} is gone, {@code ~} is changed. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    switch (kind) {
      case ADDED -> lines.add("+ " + whole());
      case REMOVED -> lines.add("- " + whole());
      case CHANGED ->
          details.forEach(each -> lines.add("~ " + part + ", " + each.what() + ": " + each.how()));
    }
    return lines;
  }

  private String whole() {
    return part + (detail.isEmpty() ? "" : " (" + detail + ")");
  }
}
