package io.concertmaster.model.form.edit;

import io.concertmaster.model.form.Form;
import io.concertmaster.model.form.FormLayout;
import io.concertmaster.model.form.Scope;
import io.concertmaster.node.data.JsonObject;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/** Names that nothing in a form has yet. */
final class FreshKey {
  private FreshKey() {}

  /** A key for the texts of an element that is no field. */
  static String in(Form form, String base) {
    return in(form, Set.of(), base);
  }

  /**
   * A key for the texts of an element that is no field.
   *
   * @param given keys that elements will have which are not in the form yet
   */
  static String in(Form form, Set<String> given, String base) {
    Set<String> taken = new HashSet<>(given);
    taken.addAll(Keys.in(FormLayout.of(form).root()));
    for (Object texts : form.texts().values()) {
      if (texts instanceof JsonObject each) {
        each.keySet().forEach(name -> taken.add(name.replaceFirst("\\..*", "")));
      }
    }
    return free(base, name -> !taken.contains(name), "-");
  }

  /**
   * A field with a name that the object around does not have, and a key under which no others have
   * their texts.
   *
   * @param wanted as it is called if that can be
   */
  static Scope field(Workpiece piece, Ground ground, Scope wanted) {
    JsonObject object = ground.property(wanted.parent()).object(piece.form().schema());
    Set<String> taken =
        object.get("properties") instanceof JsonObject properties ? properties.keySet() : Set.of();
    String name =
        free(
            wanted.last(),
            each ->
                !taken.contains(each)
                    && KeyedTexts.isFree(
                        ground.prefix() + wanted.parent().field(each).key(), piece),
            "");
    return wanted.parent().field(name);
  }

  private static String free(String base, Predicate<String> free, String between) {
    String stem = base.replaceFirst("-?\\d+$", "");
    String name = base;
    for (int number = 2; !free.test(name); number++) {
      name = (stem.isEmpty() ? base : stem) + between + number;
    }
    return name;
  }
}
