package io.concertmaster.designer.inspector;

import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Entries of the same form, a card each: add, remove, move, fold. */
final class EntriesControl implements PropertyControl {
  /** From so many entries on, cards start folded. */
  private static final int MANY = 5;

  private final Site site;
  private final PropertyKind.Entries kind;
  private final VBox cards = new VBox();
  private final VBox view;
  private final List<EntryCard> shown = new ArrayList<>();
  private List<JsonObject> entries = List.of();

  EntriesControl(Site site, PropertyKind.Entries kind) {
    this.site = site;
    this.kind = kind;
    cards.getStyleClass().add("cards");
    Button add = new Button("+ Add " + kind.entry());
    add.getStyleClass().setAll("text-button");
    add.setOnAction(event -> add());
    view = new VBox(cards, add);
    view.getStyleClass().add("entries");
  }

  @Override
  public Node view() {
    return view;
  }

  @Override
  public void show(@Nullable Object value) {
    entries = Literals.objects(value);
    while (shown.size() > entries.size()) {
      shown.removeLast();
      cards.getChildren().removeLast();
    }
    boolean folded = entries.size() >= MANY;
    while (shown.size() < entries.size()) {
      EntryCard card = card(shown.size());
      card.fold(folded);
      shown.add(card);
      cards.getChildren().add(card);
    }
    for (int i = 0; i < entries.size(); i++) {
      shown.get(i).show(entries.get(i), i == entries.size() - 1);
    }
  }

  private EntryCard card(int index) {
    return new EntryCard(
        kind,
        site.path() + "[" + index + "]",
        index,
        site.context(),
        new EntryCard.Changes() {
          @Override
          public void changed(JsonObject entry) {
            List<JsonObject> next = new ArrayList<>(entries);
            next.set(index, entry);
            report(next);
          }

          @Override
          public void move(int by) {
            swap(index, index + by);
          }

          @Override
          public void remove() {
            List<JsonObject> next = new ArrayList<>(entries);
            next.remove(index);
            site.context().alone(() -> report(next));
          }
        });
  }

  private void add() {
    List<JsonObject> next = new ArrayList<>(entries);
    next.add(JsonObject.empty());
    site.context().alone(() -> report(next));
    if (shown.size() == next.size()) {
      EntryCard card = shown.getLast();
      card.fold(false);
      Platform.runLater(card::focusFirst);
    }
  }

  private void swap(int one, int other) {
    if (other < 0 || other >= entries.size()) {
      return;
    }
    boolean folded = shown.get(one).isFolded();
    shown.get(one).fold(shown.get(other).isFolded());
    shown.get(other).fold(folded);
    List<JsonObject> next = new ArrayList<>(entries);
    JsonObject moved = next.get(one);
    next.set(one, next.get(other));
    next.set(other, moved);
    site.context().alone(() -> report(next));
  }

  private void report(List<JsonObject> next) {
    entries = next;
    site.report().accept(next.isEmpty() ? null : JsonArray.copyOf(next));
  }

  @Override
  public void focus() {
    if (!shown.isEmpty()) {
      shown.getFirst().focusFirst();
    }
  }
}
