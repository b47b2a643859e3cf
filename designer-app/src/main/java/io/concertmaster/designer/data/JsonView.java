package io.concertmaster.designer.data;

import io.concertmaster.designer.code.CodeEditor;
import io.concertmaster.designer.code.Language;
import io.concertmaster.designer.controls.Icons;
import io.concertmaster.engine.ItemPage;
import io.concertmaster.node.data.BinaryData;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;

/**
 * Items as JSON, a page at a time, each with its number as a comment above it. Text beyond {@value
 * #CHARACTERS} characters of a page is cut, and says so: the table and the file have it all.
 */
public final class JsonView extends BorderPane {
  static final int PAGE = 50;
  private static final int CHARACTERS = 120_000;

  private final CodeEditor text = CodeEditor.reading(Language.JSON);
  private final Label where = new Label();
  private final Button back = Icons.button("mdal-chevron_left", "Items before these", () -> go(-1));
  private final Button on = Icons.button("mdal-chevron_right", "Items after these", () -> go(1));
  private final Consumer<Throwable> failed;
  private Items items = Items.none();
  private long from;

  /**
   * An empty view.
   *
   * @param failed hears of a page that cannot be read
   */
  public JsonView(Consumer<Throwable> failed) {
    this.failed = failed;
    getStyleClass().add("json-view");
    HBox pager = new HBox(back, where, on);
    pager.getStyleClass().add("pager");
    pager.setAlignment(Pos.CENTER_LEFT);
    setCenter(text);
    setBottom(pager);
  }

  /** Shows the first page of a list; nothing happens when the list is shown already. */
  public void show(Items list) {
    if (!items.equals(list)) {
      items = list;
      from = 0;
      load();
    }
  }

  private void go(int pages) {
    from = Math.clamp(from + (long) pages * PAGE, 0, Math.max(0, items.size() - 1));
    load();
  }

  private void load() {
    long size = items.size();
    long last = Math.min(from + PAGE, size);
    where.setText(
        size == 0
            ? ""
            : "%s–%s of %s"
                .formatted(
                    ValueText.number(from + 1), ValueText.number(last), ValueText.number(size)));
    back.setDisable(from == 0);
    on.setDisable(last >= size);
    Items asked = items;
    long askedFrom = from;
    var _ =
        items
            .page(from, PAGE)
            .thenCompose(page -> CompletableFuture.supplyAsync(() -> write(page)))
            .whenComplete((written, error) ->
                Platform.runLater(() -> {
                  if (!items.equals(asked) || from != askedFrom) {
                    return;
                  }
                  if (written != null) {
                    text.showFromTop(written);
                  } else if (error != null) {
                    failed.accept(error);
                  }
                }));
  }

  private static String write(ItemPage page) {
    StringBuilder out = new StringBuilder();
    long number = page.from();
    for (Item item : page.items()) {
      out.append("// ").append(ValueText.number(++number)).append('\n');
      String json = Json.writePretty(item.json());
      int room = CHARACTERS - out.length();
      if (json.length() > room) {
        out.append(json, 0, Math.max(0, room));
        return out.append("\n// … this page has more text than is shown here").toString();
      }
      out.append(json);
      if (!item.binary().isEmpty()) {
        out.append("// files: ").append(Json.write(files(item))).append('\n');
      }
    }
    return out.toString().stripTrailing();
  }

  private static JsonObject files(Item item) {
    JsonObject.Builder files = JsonObject.builder();
    item.binary()
        .forEach((name, file) ->
            files.put(
                name,
                JsonObject.of("fileName", file.fileName(), "mimeType", file.mimeType())
                    .with("size", size(file))));
    return files.build();
  }

  private static String size(BinaryData file) {
    return ValueText.size(file.size());
  }
}
