package io.concertmaster.model.form.edit;

import io.concertmaster.model.form.Form;
import io.concertmaster.node.data.JsonObject;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Texts by the keys of the elements that they belong to. A text is of the element with the longest
 * key under which it stands; what several elements show under one key stays as long as one does.
 */
final class KeyedTexts {
  /** The form's own, which are no field's, whatever its key. */
  private static final Set<String> OF_FORM =
      Set.of("form.title", "form.description", "form.submit", "form.thanks.title", "form.thanks");

  /** Under which keys the texts of each key come to stand; under none for those that go. */
  private final Map<String, Set<String>> keys = new LinkedHashMap<>();

  /** Texts that stay with elements of some keys. */
  KeyedTexts(Iterable<String> stay) {
    stay.forEach(key -> lead(key, key));
  }

  /** Lets the texts of a key stand under another, too. */
  void lead(String from, String to) {
    if (!from.isEmpty()) {
      keys.computeIfAbsent(from, key -> new LinkedHashSet<>()).add(to);
    }
  }

  /** Lets the texts of each key stand under the one at the same position of another list. */
  void lead(List<String> from, List<String> to) {
    for (int i = 0; i < from.size(); i++) {
      lead(from.get(i), to.get(i));
    }
  }

  /** Lets the texts of a key go, where they lead nowhere. */
  void leave(String key) {
    keys.putIfAbsent(key, Set.of());
  }

  /** Texts of one language, where they come to stand. */
  JsonObject in(JsonObject texts) {
    JsonObject.Builder led = JsonObject.builder();
    for (Map.Entry<String, @Nullable Object> each : texts.entrySet()) {
      String name = each.getKey();
      Optional<String> owner = owner(name);
      if (owner.isEmpty()) {
        led.put(name, each.getValue());
      } else {
        for (String to : keys.getOrDefault(owner.get(), Set.of())) {
          led.put(to + name.substring(owner.get().length()), each.getValue());
        }
      }
    }
    return led.build();
  }

  /** The longest key under which a text stands. */
  private Optional<String> owner(String name) {
    if (!isOfForm(name)) {
      for (int dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
        String key = name.substring(0, dot);
        if (keys.containsKey(key)) {
          return Optional.of(key);
        }
      }
    }
    return Optional.empty();
  }

  /** Whether a text that stands under a key will not be led away from there. */
  private boolean stays(String name, String key) {
    return name.startsWith(key + ".")
        && owner(name)
            .map(owner -> keys.getOrDefault(owner, Set.of()).contains(owner))
            .orElse(true);
  }

  /**
   * Refuses keys that texts come to stand under, and under which there are others: one would write
   * over the other, and whoever moves one would take both.
   */
  void refuseTaken(Form form) {
    keys.forEach((from, all) -> {
      for (String to : all) {
        if (!to.equals(from) && !isFree(to, form)) {
          throw new IllegalArgumentException(
              isForms(to)
                  ? "“"
                      + to
                      + "” is the key of the form's own texts, such as its title: choose another"
                  : "“"
                      + to
                      + "” is the key of other texts of the form, such as a page's: choose another");
        }
      }
    });
  }

  /** Whether a key has no texts but those that leave it, and no element that stays has it. */
  private boolean isFree(String key, Form form) {
    return !isForms(key)
        && keys.entrySet().stream()
            .noneMatch(each ->
                each.getValue().contains(each.getKey())
                    && (each.getKey().equals(key) || each.getKey().startsWith(key + ".")))
        && form.texts().values().stream()
            .noneMatch(texts ->
                texts instanceof JsonObject all
                    && all.keySet().stream().anyMatch(name -> stays(name, key)));
  }

  /** Whether an element that comes new to a form can have a key. */
  static boolean isFree(String key, Workpiece piece) {
    return new KeyedTexts(Keys.of(piece.all())).isFree(key, piece.form());
  }

  private static boolean isForms(String key) {
    return key.equals("form");
  }

  /** Whether a text is one of the form as a whole. */
  static boolean isOfForm(String name) {
    return OF_FORM.contains(name);
  }
}
