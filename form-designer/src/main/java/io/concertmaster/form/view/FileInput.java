package io.concertmaster.form.view;

import io.concertmaster.model.form.FormElement.Field;
import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A file: its name, type and size are the value; whoever shows the form reads it. */
final class FileInput implements Input {
  private final Button choose;
  private final Button remove = new Button(null, new FontIcon("mdal-close"));
  private final Label name = new Label();
  private final HBox node;
  private final Site site;
  private @Nullable Object value;
  private Optional<Path> file = Optional.empty();

  FileInput(Field field, Site site) {
    this.site = site;
    choose = new Button(site.messages().say("file.choose"), new FontIcon("mdal-attach_file"));
    choose.setMinWidth(Region.USE_PREF_SIZE);
    choose.setDisable(field.readOnly());
    choose.setOnAction(event -> site.files().get().ifPresent(this::take));
    name.setMinWidth(0);
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    remove.getStyleClass().addAll("flat", "form-icon");
    remove.setOnAction(event -> {
      file = Optional.empty();
      set(null);
    });
    node = new HBox(choose, name, remove);
    node.getStyleClass().add("file-input");
    show(null);
  }

  private void take(Path chosen) {
    try {
      String type = Files.probeContentType(chosen);
      set(
          JsonObject.of("name", String.valueOf(chosen.getFileName()))
              .with("type", type == null ? "application/octet-stream" : type)
              .with("size", Files.size(chosen)));
      file = Optional.of(chosen);
    } catch (IOException e) {
      name.setText(chosen + ": " + e.getMessage());
    }
  }

  private void set(@Nullable Object given) {
    show(given);
    site.changed().run();
  }

  /** The file that was chosen here. */
  Optional<Path> file() {
    return file;
  }

  @Override
  public Region node() {
    return node;
  }

  @Override
  public Region control() {
    return choose;
  }

  @Override
  public @Nullable Object value() {
    return value;
  }

  @Override
  public void show(@Nullable Object given) {
    value = given;
    String called =
        given instanceof JsonObject each && each.get("name") instanceof String text ? text : "";
    name.setText(called);
    remove.setVisible(!called.isEmpty());
    remove.setAccessibleText(site.messages().say("remove", called));
  }
}
