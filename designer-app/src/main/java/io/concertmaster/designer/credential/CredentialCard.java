package io.concertmaster.designer.credential;

import io.concertmaster.designer.controls.DialogCard;
import io.concertmaster.designer.controls.OptionText;
import io.concertmaster.designer.controls.WrittenGuard;
import io.concertmaster.designer.environment.Servers;
import io.concertmaster.designer.window.Failure;
import io.concertmaster.node.CredentialType;
import io.concertmaster.node.PropertyKind.Option;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The dialog in which a credential is made, changed and taken away. */
public final class CredentialCard extends DialogCard {
  private static final double WIDTH = 520;
  private static final double HEIGHT = 600;

  private final WindowCredentials credentials;
  private final List<CredentialType> types;
  private final Consumer<String> done;
  private final Runnable closed;
  private final TextField name = new TextField();
  private final ComboBox<Option> type = new ComboBox<>();
  private final VBox fields = new VBox();
  private final VBox outcome = new VBox();
  private final Button save = button("credential-save", "Save", this::save);
  private final Button remove = button("credential-remove", "Remove", this::remove);
  private Optional<String> edited = Optional.empty();
  private Optional<CredentialForm> form = Optional.empty();
  private boolean removing;
  private String shownName = "";
  private JsonObject shownValues = JsonObject.empty();
  private final WrittenGuard guard =
      new WrittenGuard(this::isChanged, words -> tell(words, "warning"));

  /**
   * A dialog for a new credential.
   *
   * @param types that it may have, the most usual first
   * @param done told of the name once it is kept
   * @param closed takes the dialog away
   */
  public CredentialCard(
      WindowCredentials credentials,
      List<CredentialType> types,
      Consumer<String> done,
      Runnable closed) {
    super("credential", "New credential", WIDTH, HEIGHT, closed);
    this.credentials = credentials;
    this.types = List.copyOf(types);
    this.done = done;
    this.closed = closed;
    name.setId("credential-own-name");
    name.setPromptText("acme-api");
    name.textProperty().addListener((property, was, is) -> written());
    type.setId("credential-type");
    type.setMaxWidth(Double.MAX_VALUE);
    type.setConverter(new OptionText());
    type.getItems()
        .setAll(types.stream().map(each -> Option.of(each.name(), each.label())).toList());
    type.valueProperty()
        .addListener((property, was, is) -> {
          if (is != null) {
            show(JsonObject.empty());
          }
        });
    outcome.getStyleClass().addAll("outcome", "credential-outcome");
    show(outcome, false);
    save.getStyleClass().add("accent");
    save.setDefaultButton(true);
    Button cancel = button("credential-cancel", "Cancel", closed);
    VBox typeBox = labelled(new Label("Type"), type);
    show(typeBox, types.size() > 1);
    VBox all =
        new VBox(
            labelled(new Label("Name"), name),
            typeBox,
            fields,
            wrapped(
                "Kept encrypted in "
                    + credentials.file()
                    + ". Workflows have the name only, and nobody is shown a secret again.",
                "muted"));
    all.getStyleClass().add("credential-body");
    ScrollPane scroll = new ScrollPane(all);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("plain-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    body(new VBox(scroll, outcome)); // what is said stays in sight of a long form
    show(remove, false);
    buttons(List.of(remove, space(), cancel, save));
    type.setValue(type.getItems().getFirst());
  }

  /** Begins with a name, such as that of one that is named but not there. */
  public CredentialCard named(String wanted) {
    name.setText(wanted);
    shownName = wanted;
    return this;
  }

  /** Whether it may be taken away by a key. */
  public boolean mayClose() {
    return guard.mayGo();
  }

  private boolean isChanged() {
    return !name.getText().equals(shownName)
        || !form.map(CredentialForm::values).orElse(JsonObject.empty()).equals(shownValues);
  }

  private void written() {
    tell("", "");
    guard.changed();
  }

  /** Shows a credential that is there instead; its secrets stay hidden. */
  public CredentialCard editing(String existing) {
    edited = Optional.of(existing);
    title("Edit credential");
    name.setText(existing);
    shownName = existing;
    name.setDisable(true);
    show(remove, true);
    busy(true);
    var _ =
        credentials
            .open(existing)
            .whenComplete((kept, failure) -> {
              busy(false);
              if (failure != null) {
                show(JsonObject.empty());
                tell("Its values cannot be opened any more: write them anew.", "warning");
                return;
              }
              kept.ifPresent(values -> {
                types.stream()
                    .filter(each -> each.name().equals(values.type()))
                    .findFirst()
                    .ifPresent(each -> type.setValue(Option.of(each.name(), each.label())));
                boolean fits = chosen().name().equals(values.type());
                show(fits ? values.values() : JsonObject.empty());
                type.setDisable(fits);
              });
            });
    return this;
  }

  /** Brings the keyboard to where one begins. */
  public void focusFirst() {
    if (edited.isEmpty()) {
      name.requestFocus();
    } else {
      form.ifPresent(CredentialForm::focusFirst);
    }
  }

  private CredentialType chosen() {
    return types.stream()
        .filter(each -> each.name().equals(type.getValue().value()))
        .findFirst()
        .orElseThrow();
  }

  private void show(JsonObject kept) {
    CredentialForm shown = new CredentialForm(chosen(), kept, this::written);
    form = Optional.of(shown);
    shownValues = shown.values();
    fields.getChildren().setAll(shown);
  }

  private void busy(boolean now) {
    save.setDisable(now);
    remove.setDisable(now);
    fields.setDisable(now);
  }

  private void tell(String words, String tone) {
    outcome.getChildren().clear();
    show(outcome, !words.isEmpty());
    if (!words.isEmpty()) {
      Label label = wrapped(words, "outcome-words");
      label.setId("credential-said");
      label.getStyleClass().add(tone);
      outcome.getChildren().add(label);
    }
    removing = false;
    remove.setText("Remove");
  }

  private void save() {
    String own = name.getText().strip();
    if (own.isEmpty()) {
      tell("Give it a name, such as acme-api: nodes name it so.", "bad");
      name.requestFocus();
      return;
    }
    busy(true);
    var _ =
        credentials
            .put(own, edited.isEmpty(), chosen(), form.orElseThrow().values())
            .whenComplete((kept, failure) -> {
              busy(false);
              if (failure == null) {
                closed.run();
                done.accept(own);
              } else {
                tell(Servers.sentence(Failure.words(failure)), "bad");
              }
            });
  }

  private void remove() {
    if (!removing) {
      removing = true;
      remove.setText("Remove it; nodes that name it then fail");
      return;
    }
    busy(true);
    var _ =
        credentials
            .remove(edited.orElseThrow())
            .whenComplete((gone, failure) -> {
              busy(false);
              if (failure == null) {
                closed.run();
              } else {
                tell(Servers.sentence(Failure.words(failure)), "bad");
              }
            });
  }
}
