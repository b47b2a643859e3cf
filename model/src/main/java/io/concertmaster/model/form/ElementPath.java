package io.concertmaster.model.form;

import java.util.ArrayList;
import java.util.List;

/**
 * Where an element stands in a UI schema: for each level its position among {@code elements}, from
 * 0, or {@value #DETAIL} for the layout of a repeatable group's entries ({@code options.detail}).
 */
public record ElementPath(List<Integer> steps) {
  /** The step from a repeatable group to the layout of its entries. */
  public static final int DETAIL = -1;

  /** The outermost element. */
  public static final ElementPath ROOT = new ElementPath(List.of());

  public ElementPath {
    steps = List.copyOf(steps);
  }

  /** The place of an element within the one here. */
  public ElementPath child(int position) {
    List<Integer> longer = new ArrayList<>(steps);
    longer.add(position);
    return new ElementPath(longer);
  }

  /** The place of the element around. */
  public ElementPath parent() {
    if (steps.isEmpty()) {
      throw new IllegalStateException("nothing is around the outermost element");
    }
    return new ElementPath(steps.subList(0, steps.size() - 1));
  }

  /** The position within the element around. */
  public int last() {
    return steps.getLast();
  }

  public boolean isRoot() {
    return steps.isEmpty();
  }

  /** Whether another place is this one or lies within it. */
  public boolean holds(ElementPath other) {
    return other.steps.size() >= steps.size() && other.steps.subList(0, steps.size()).equals(steps);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("ui");
    steps.forEach(
        step -> text.append(step == DETAIL ? ".options.detail" : ".elements[" + step + "]"));
    return text.toString();
  }
}
