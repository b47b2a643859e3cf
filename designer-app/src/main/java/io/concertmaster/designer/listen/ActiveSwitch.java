package io.concertmaster.designer.listen;

import atlantafx.base.controls.ToggleSwitch;
import io.concertmaster.designer.controls.Icons;
import io.concertmaster.designer.document.EditorDocument;
import io.concertmaster.designer.document.FileDialogs;
import io.concertmaster.designer.document.OpenDocuments;
import io.concertmaster.designer.window.Failure;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/**
 * Makes the workflow in front active and inactive: its triggers listen while the window is open,
 * and again after the next start. Beside it stands a button for what listens where.
 */
public final class ActiveSwitch extends HBox {
  private final OpenDocuments documents;
  private final Activity activity;
  private final FileDialogs dialogs;
  private final Predicate<EditorDocument> saved;
  private final ToggleSwitch toggle = new ToggleSwitch("Active");
  private final Tooltip tooltip = new Tooltip();
  private final Button details;
  private boolean showing;
  private boolean working;

  /**
   * For the documents of a window.
   *
   * @param saved saves a document, asking where; whether it is saved then
   * @param opened shows what listens, under the button
   */
  public ActiveSwitch(
      OpenDocuments documents,
      Activity activity,
      FileDialogs dialogs,
      Predicate<EditorDocument> saved,
      Consumer<Node> opened) {
    this.documents = documents;
    this.activity = activity;
    this.dialogs = dialogs;
    this.saved = saved;
    getStyleClass().add("active-switch");
    toggle.setId("active-switch");
    toggle.setFocusTraversable(false);
    toggle.setMinWidth(USE_PREF_SIZE);
    details =
        Icons.button("mdal-expand_more", "What listens, and where", () -> opened.accept(this));
    details.setId("active-details");
    details.setFocusTraversable(false);
    details.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(toggle, details);
    setMinWidth(USE_PREF_SIZE);
    Tooltip.install(this, tooltip); // a switch that is disabled has none
    toggle
        .selectedProperty()
        .addListener((property, was, is) -> {
          if (!showing) {
            turned(is);
          }
        });
    activity.active().subscribe(all -> show());
    documents.active().subscribe(front -> show());
    documents.ofWorkflow(EditorDocument::workflow).subscribe(workflow -> show());
    documents.ofWorkflow(EditorDocument::problems).subscribe(problems -> show());
    documents.ofWorkflow(EditorDocument::dirty).subscribe(dirty -> show());
  }

  private @Nullable EditorDocument front() {
    return documents.active().get() instanceof EditorDocument workflow ? workflow : null;
  }

  private void show() {
    EditorDocument document = front();
    setVisible(document != null);
    setManaged(document != null);
    if (document == null) {
      return;
    }
    ActiveState state = activity.state(document);
    boolean active = state instanceof ActiveState.Active;
    boolean older = state instanceof ActiveState.Active now && now.older();
    showing = true;
    toggle.setSelected(active);
    showing = false;
    toggle.setDisable(
        working || state instanceof ActiveState.Unknown || state instanceof ActiveState.Impossible);
    getStyleClass().removeAll("on", "older");
    if (active) {
      getStyleClass().add(older ? "older" : "on");
    }
    tooltip.setText(
        switch (state) {
          case ActiveState.Unknown unknown -> "The engine is being opened.";
          case ActiveState.Impossible impossible -> impossible.why();
          case ActiveState.Inactive inactive ->
              "Turn on to let the triggers begin runs while this window is open.";
          case ActiveState.Active now ->
              now.older()
                  ? "The active version is older than what you see: activate the new one."
                  : "The triggers of this workflow begin runs while this window is open.";
        });
    toggle.setAccessibleHelp(tooltip.getText());
  }

  private void turned(boolean on) {
    EditorDocument document = front();
    if (document == null) {
      return;
    }
    if (on) {
      activate(document);
    } else {
      settle(activity.deactivate(document.id()), "The workflow is still active");
    }
  }

  /** Saves a document and makes it active as it stands. */
  public void activate(EditorDocument document) {
    boolean isSaved =
        (document.file().get().isPresent() && !document.dirty().get()) || saved.test(document);
    if (isSaved) {
      settle(activity.activate(document), "The workflow could not be made active");
    } else {
      show();
    }
  }

  private void settle(CompletableFuture<?> done, String headline) {
    working = true;
    show();
    var _ =
        done.whenComplete((value, failure) -> {
          working = false;
          show();
          if (failure != null) {
            dialogs.tell(headline, Failure.words(failure));
          }
        });
  }
}
