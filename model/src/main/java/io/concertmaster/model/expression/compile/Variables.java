package io.concertmaster.model.expression.compile;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The variables of a function while it is compiled. At run time they lie in an array, the enclosing
 * function's array in slot 0.
 */
final class Variables {
  private final @Nullable Variables outer;
  private final List<String> names = new ArrayList<>();

  Variables(@Nullable Variables outer) {
    this.outer = outer;
  }

  @Nullable Variables outer() {
    return outer;
  }

  /** Adds a variable and gives its slot. A later one of the same name hides the earlier. */
  int add(String name) {
    names.add(name);
    return names.size();
  }

  /** How long the array has to be. */
  int slots() {
    return names.size() + 1;
  }

  private int slot(String name) {
    return names.lastIndexOf(name) + 1;
  }

  /** Whether a name is a variable here. */
  boolean has(String name) {
    return slot(name) > 0 || (outer != null && outer.has(name));
  }

  /** Reads a variable, or null where there is none of that name. */
  @Nullable Code read(String name) {
    int up = 0;
    for (Variables level = this; level != null; level = level.outer) {
      int slot = level.slot(name);
      if (slot > 0) {
        return reading(up, slot);
      }
      up++;
    }
    return null;
  }

  private static Code reading(int up, int slot) {
    return switch (up) {
      case 0 -> frame -> frame.locals()[slot];
      default ->
          frame -> {
            @Nullable Object[] locals = frame.locals();
            for (int level = 0; level < up; level++) {
              locals = (@Nullable Object[]) java.util.Objects.requireNonNull(locals[0]);
            }
            return locals[slot];
          };
    };
  }
}
