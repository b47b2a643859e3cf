package io.concertmaster.form.view;

import io.concertmaster.forms.CheckedAnswer;
import io.concertmaster.forms.Seen;
import io.concertmaster.model.form.FormElement.Field;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A repeatable group: entries that are added, taken out and moved. */
final class GroupInput implements Input {
  private final Field field;
  private final Site site;
  private final Supplier<String> pointer;
  private final List<Drawing> entries = new ArrayList<>();
  private final VBox node = new VBox();
  private final VBox cards = new VBox();
  private final Button add;
  private final String word;

  GroupInput(Field field, Site site, Supplier<String> pointer) {
    this.field = field;
    this.site = site;
    this.pointer = pointer;
    this.word =
        site.texts().find(field.key() + ".entry").orElseGet(() -> site.texts().label(field));
    add = new Button(site.messages().say("add", word), new FontIcon("mdal-add"));
    add.getStyleClass().add("add-entry");
    add.setOnAction(event -> add());
    cards.getStyleClass().add("entries");
    node.getStyleClass().add("group");
    node.getChildren().addAll(cards, add);
    redraw();
  }

  private void add() {
    Drawing entry = draw(JsonObject.empty());
    entries.add(entry);
    changed();
    Node first = entry.node().lookup(".form-field .text-input");
    if (first != null) {
      first.requestFocus();
    }
  }

  private Drawing draw(JsonObject value) {
    Drawing[] self = new Drawing[1];
    Drawing drawn =
        new Drawing(
            field.detail().orElseThrow(),
            site,
            () -> pointer.get() + "/" + entries.indexOf(self[0]));
    self[0] = drawn;
    drawn.show(value);
    return drawn;
  }

  private void changed() {
    redraw();
    site.changed().run();
  }

  private void redraw() {
    cards.getChildren().clear();
    for (int i = 0; i < entries.size(); i++) {
      cards.getChildren().add(card(i));
    }
    cards.setManaged(!entries.isEmpty());
    boolean full = field.limit("maxItems").filter(most -> entries.size() >= most).isPresent();
    add.setDisable(full || field.readOnly());
  }

  private VBox card(int at) {
    String name = site.messages().say("entry", word, at + 1);
    Label label = new Label(name.substring(0, 1).toUpperCase(site.locale()) + name.substring(1));
    label.getStyleClass().add("entry-label");
    label.setMinWidth(0);
    label.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(label, Priority.ALWAYS);
    Button up = icon("mdal-arrow_upward", site.messages().say("move.up", name));
    up.setDisable(at == 0);
    up.setOnAction(event -> swap(at, at - 1));
    Button down = icon("mdal-arrow_downward", site.messages().say("move.down", name));
    down.setDisable(at == entries.size() - 1);
    down.setOnAction(event -> swap(at, at + 1));
    Button remove = icon("mdal-close", site.messages().say("remove", name));
    remove.setOnAction(event -> {
      entries.remove(at);
      changed();
      add.requestFocus();
    });
    HBox head = new HBox(label, up, down, remove);
    head.getStyleClass().add("entry-head");
    head.setDisable(field.readOnly());
    VBox card = new VBox(head, entries.get(at).node());
    card.getStyleClass().add("entry");
    return card;
  }

  private void swap(int one, int other) {
    Drawing moved = entries.remove(one);
    entries.add(other, moved);
    changed();
  }

  private static Button icon(String literal, String says) {
    Button button = new Button(null, new FontIcon(literal));
    button.getStyleClass().addAll("flat", "form-icon");
    button.setAccessibleText(says);
    button.setTooltip(new Tooltip(says));
    return button;
  }

  void see(Seen seen) {
    entries.forEach(each -> each.see(seen));
  }

  void judge(Optional<CheckedAnswer> checked) {
    entries.forEach(each -> each.judge(checked));
  }

  void files(Map<String, Path> found) {
    entries.forEach(each -> each.files(found));
  }

  Optional<FieldNode> find(String wanted) {
    return entries.stream().flatMap(each -> each.find(wanted).stream()).findFirst();
  }

  Optional<String> name(String wanted) {
    for (int i = 0; i < entries.size(); i++) {
      Optional<String> name = entries.get(i).name(wanted);
      if (name.isPresent()) {
        return Optional.of(site.messages().say("entry", word, i + 1) + ": " + name.get());
      }
    }
    return Optional.empty();
  }

  @Override
  public Region node() {
    return node;
  }

  @Override
  public Region control() {
    return add;
  }

  @Override
  public @Nullable Object value() {
    return entries.isEmpty()
        ? null
        : JsonArray.copyOf(entries.stream().map(Drawing::entry).toList());
  }

  @Override
  public void show(@Nullable Object value) {
    entries.clear();
    if (value instanceof JsonArray all) {
      for (Object each : all) {
        entries.add(draw(each instanceof JsonObject one ? one : JsonObject.empty()));
      }
    }
    redraw();
  }
}
