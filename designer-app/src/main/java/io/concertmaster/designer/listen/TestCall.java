package io.concertmaster.designer.listen;

import io.concertmaster.designer.document.EditorDocument;
import io.concertmaster.designer.document.FileDialogs;
import io.concertmaster.designer.run.EngineSession;
import io.concertmaster.designer.run.RunControl;
import io.concertmaster.designer.window.ClipboardAccess;
import io.concertmaster.designer.window.Failure;
import io.concertmaster.engine.Opening;
import io.concertmaster.engine.RunId;
import io.concertmaster.model.Workflow;
import io.concertmaster.node.FileChange;
import io.concertmaster.node.data.Item;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Tries the trigger that is chosen as it will be used: listens for one call of a webhook or a form,
 * or takes one file, and shows the run of it on the canvas. Stands under the settings, and is not
 * there for other nodes.
 */
public final class TestCall extends VBox {
  private final EditorDocument document;
  private final EngineSession engine;
  private final RunControl runs;
  private final FileDialogs dialogs;
  private final Button listen = new Button("Listen for a test call");
  private final Button file = new Button("Run once with a file…");
  private final Label words = new Label();
  private final Label problem = new Label();
  private final AddressRow address;
  private final HBox waiting;
  private @Nullable Opening listening;

  /** For a document whose runs are shown by others. */
  public TestCall(
      EditorDocument document,
      EngineSession engine,
      RunControl runs,
      FileDialogs dialogs,
      ClipboardAccess clipboard,
      WebBrowser browser) {
    this.document = document;
    this.engine = engine;
    this.runs = runs;
    this.dialogs = dialogs;
    this.address = new AddressRow("", clipboard, browser);
    getStyleClass().add("test-call");
    listen.setId("listen-once");
    listen.setMaxWidth(Double.MAX_VALUE);
    listen.setOnAction(event -> trigger().flatMap(Trigger::opening).ifPresent(this::begin));
    file.setId("run-with-file");
    file.setMaxWidth(Double.MAX_VALUE);
    file.setOnAction(event -> withFile());
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    words.getStyleClass().add("property-help");
    problem.setWrapText(true);
    problem.setMinHeight(USE_PREF_SIZE);
    problem.setId("test-call-problem");
    problem.getStyleClass().add("field-error");
    Button cancel = new Button("Cancel");
    cancel.setId("stop-listening");
    cancel.setOnAction(event -> stop(""));
    cancel.setMinWidth(USE_PREF_SIZE);
    waiting = new HBox(address, cancel);
    waiting.getStyleClass().add("waiting");
    HBox.setHgrow(address, Priority.ALWAYS);
    getChildren().addAll(listen, file, words, waiting, problem);
    document.selectedNode().subscribe(node -> chosen());
    document.workflow().subscribe(workflow -> changed());
    show();
  }

  /** The trigger that is chosen, or the one that waits for a call. */
  private Optional<Trigger> trigger() {
    Opening waits = listening;
    return Optional.ofNullable(waits)
        .map(Opening::node)
        .or(() -> document.selectedNode().get())
        .flatMap(node ->
            Trigger.of(document.workflow().get(), node, document.catalog(), document.folder()));
  }

  private void chosen() {
    problem.setText("");
    if (listening == null) {
      words.setText("");
    }
    show();
  }

  /** What waits follows the workflow; a trigger that has another address waits no more. */
  private void changed() {
    Opening waits = listening;
    if (waits != null) {
      if (trigger().flatMap(Trigger::opening).filter(each -> alike(each, waits)).isEmpty()) {
        stop("The trigger has changed: listen again.");
        return;
      }
      listenFor(trigger().flatMap(Trigger::opening).orElse(waits));
    }
    show();
  }

  private static boolean alike(Opening one, Opening other) {
    return one.node().equals(other.node()) && one.listening().equals(other.listening());
  }

  private void begin(Opening opening) {
    problem.setText("");
    if (runs.mayRun()) {
      listenFor(opening);
    }
  }

  private void listenFor(Opening opening) {
    Workflow workflow = document.workflow().get();
    if (listening == null) {
      words.setText("Opening the address…");
    }
    listening = opening;
    show();
    var _ =
        engine
            .ask(opened -> engine.door().listenOnce(workflow, opening, this::called))
            .whenComplete((prefix, failure) -> {
              if (failure != null) {
                stop("");
                problem.setText(Failure.words(failure));
              } else if (opening.equals(listening)) {
                listens(prefix, opening);
              } else {
                engine.door().stopListening(opening); // somebody cancelled meanwhile
              }
              show();
            });
  }

  private void listens(String prefix, Opening opening) {
    Trigger trigger = trigger().orElseThrow();
    address.show(prefix + trigger.path().orElse(""), trigger.isForBrowsers());
    words.setText(
        "“"
            + opening.nodeName()
            + "” waits for one call, of the workflow as it stands here."
            + engine.door().notice().map(notice -> " " + notice).orElse("")
            + trigger.problem().map(why -> " " + why).orElse(""));
  }

  /** A call came; on another thread. */
  private void called(RunId run) {
    Platform.runLater(() -> {
      listening = null;
      words.setText("A call came: its run is on the canvas.");
      runs.open(run);
      show();
    });
  }

  private void stop(String said) {
    Opening waits = listening;
    listening = null;
    if (waits != null) {
      engine.door().stopListening(waits);
    }
    words.setText(said);
    show();
  }

  /** The document is closed: nobody waits for a call of it any more. */
  public void close() {
    stop("");
  }

  private void withFile() {
    Optional<Trigger> trigger = trigger();
    Optional<Path> chosen =
        trigger.flatMap(Trigger::files).flatMap(each -> dialogs.chooseAny("Run once with a file"));
    if (chosen.isEmpty()) {
      return;
    }
    problem.setText("");
    Path path = chosen.get().toAbsolutePath();
    try {
      BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
      FileChange change =
          new FileChange(
              FileChange.Kind.CREATED, path, found.size(), found.lastModifiedTime().toInstant());
      Item item = Item.of(trigger.flatMap(Trigger::files).orElseThrow().item().apply(change));
      runs.start(trigger.orElseThrow().node(), List.of(item));
    } catch (IOException e) {
      problem.setText("“" + path + "” cannot be read: choose another file.");
    }
  }

  private void show() {
    Optional<Trigger> trigger = trigger();
    boolean waits = listening != null;
    boolean called = trigger.flatMap(Trigger::opening).isPresent();
    boolean files = trigger.flatMap(Trigger::files).isPresent();
    present(this, called || files || waits);
    present(listen, called && !waits);
    present(file, files && !waits);
    present(waiting, waits);
    present(address, waits && !address.isEmpty());
    present(words, !words.getText().isEmpty());
    present(problem, !problem.getText().isEmpty());
    listen.setDisable(trigger.filter(Trigger::isLocked).isPresent());
    if (trigger.filter(Trigger::isLocked).isPresent()) {
      problem.setText(trigger.flatMap(Trigger::problem).orElse(""));
      present(problem, true);
    }
  }

  private static void present(Node node, boolean is) {
    node.setVisible(is);
    node.setManaged(is);
  }
}
