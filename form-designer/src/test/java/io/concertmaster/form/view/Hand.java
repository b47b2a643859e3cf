package io.concertmaster.form.view;

import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextInputControl;
import org.testfx.api.FxToolkit;

/** Fills forms in by their controls, as a person's hand does. */
final class Hand {
  private Hand() {}

  /** Runs code on the JavaFX thread and waits for its result. */
  static <T> T on(Callable<T> code) throws Exception {
    try {
      FxToolkit.registerPrimaryStage();
    } catch (TimeoutException e) {
      throw new IllegalStateException("no window", e);
    }
    CompletableFuture<T> result = new CompletableFuture<>();
    Platform.runLater(() -> {
      try {
        result.complete(code.call());
      } catch (Throwable e) {
        result.completeExceptionally(e);
      }
    });
    return result.get(60, TimeUnit.SECONDS);
  }

  /** The field of a key on a part of a form. */
  static FieldNode field(Parent within, String key) {
    return find(within, key)
        .orElseThrow(() -> new AssertionError("there is no field " + key + " in sight"));
  }

  private static java.util.Optional<FieldNode> find(Parent within, String key) {
    for (Node each : within.getChildrenUnmodifiable()) {
      if (each instanceof FieldNode field && ("field-" + key).equals(field.getId())) {
        return java.util.Optional.of(field);
      }
      if (each instanceof Parent parent) {
        var found = find(parent, key);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return java.util.Optional.empty();
  }

  /** Fills in all that an answer has and this part of the form asks for. */
  static void fill(Parent within, String prefix, JsonObject answer) {
    for (Map.Entry<String, Object> each : answer.entrySet()) {
      String key = prefix + each.getKey();
      if (each.getValue() instanceof JsonObject inner) {
        fill(within, key + ".", inner);
      } else {
        find(within, key)
            .filter(Node::isVisible)
            .ifPresent(field -> fill(field, key, each.getValue()));
      }
    }
  }

  /** Takes all entries out of the repeatable groups on a part of a form. */
  static void clear(Parent within) {
    while (within.lookup(".entry") instanceof Parent entry) {
      List<Node> icons = List.copyOf(entry.lookupAll(".form-icon"));
      ((Button) icons.getLast()).fire();
    }
  }

  private static void fill(FieldNode field, String key, Object value) {
    if (value instanceof JsonArray entries) {
      clear(field);
      for (Object entry : entries) {
        ((Button) field.lookup(".add-entry")).fire();
        List<Node> cards = List.copyOf(field.lookupAll(".entry"));
        fill((Parent) cards.getLast(), key + ".", (JsonObject) entry);
      }
      return;
    }
    String text = value instanceof String words ? words : Json.write(value);
    Node control = field.input().control();
    switch (control) {
      case TextInputControl line -> line.setText(text);
      case CheckBox box -> box.setSelected(Boolean.TRUE.equals(value));
      case RadioButton first -> radio(first, text).fire();
      case ComboBox<?> list ->
          list.getSelectionModel()
              .select(
                  list.getItems().stream()
                      .map(each -> (io.concertmaster.model.form.Choice) each)
                      .map(each -> each.word())
                      .toList()
                      .indexOf(text));
      default -> throw new AssertionError("nobody can fill in " + control);
    }
  }

  private static RadioButton radio(RadioButton first, String word) {
    return (RadioButton)
        first.getToggleGroup().getToggles().stream()
            .filter(each ->
                ((io.concertmaster.model.form.Choice) each.getUserData()).word().equals(word))
            .findFirst()
            .orElseThrow();
  }
}
