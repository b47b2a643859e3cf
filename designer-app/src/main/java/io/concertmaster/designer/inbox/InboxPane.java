package io.concertmaster.designer.inbox;

import io.concertmaster.designer.controls.ControlSheet;
import io.concertmaster.designer.controls.EmptyState;
import io.concertmaster.designer.controls.Icons;
import io.concertmaster.designer.run.EngineSession;
import io.concertmaster.designer.window.Failure;
import io.concertmaster.forms.CheckedAnswer;
import io.concertmaster.forms.FormException;
import io.concertmaster.hosted.desk.OpenTask;
import io.concertmaster.hosted.desk.TaskFile;
import io.concertmaster.hosted.desk.Tasks;
import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** The inbox: what runs ask of people on the left, the form of the chosen task on the right. */
public final class InboxPane extends SplitPane {
  /** So many half-filled forms are kept. */
  private static final int DRAFTS = 50;

  private final EngineSession engine;
  private final InboxFeed feed;
  private final Supplier<Optional<Path>> files;
  private final TaskPane.Hands hands;
  private final TextField search = new TextField();
  private final ListView<OpenTask> list = new ListView<>();
  private final Label said = new Label();
  private final StackPane detail = new StackPane();
  private final EmptyState empty = new EmptyState();
  private final Map<OpenTask, TaskPane> drafts =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<OpenTask, TaskPane> eldest) {
          return size() > DRAFTS;
        }
      };
  private @Nullable OpenTask shown;

  /** What the inbox needs of the window around it. */
  public interface Surroundings {
    /** Shows the run of a task. */
    void showRun(OpenTask task);

    /** Opens the page of a task in a browser. */
    void browse(OpenTask task);

    /** Copies the address of the page of a task. */
    void copyLink(OpenTask task);

    /** Asks where to keep a file. */
    Optional<Path> choosePlace(Path suggestion);

    /** Asks for a file. */
    Optional<Path> chooseFile();

    /** Goes back to the documents. */
    void leave();
  }

  /** The inbox of an engine. */
  public InboxPane(EngineSession engine, InboxFeed feed, Surroundings around) {
    this.engine = engine;
    this.feed = feed;
    this.files = around::chooseFile;
    this.hands = hands(around);
    setId("inbox");
    getStyleClass().add("inbox");
    getStylesheets().add(ControlSheet.URL);
    getItems().addAll(left(around), right());
    setDividerPositions(0.3);
    SplitPane.setResizableWithParent(getItems().getFirst(), false);
    list.getSelectionModel().selectedItemProperty().subscribe(this::chosen);
    search.textProperty().subscribe(text -> refresh());
    feed.tasks().subscribe(tasks -> refresh());
    Timeline clock = new Timeline(new KeyFrame(Duration.seconds(20), tick -> tick()));
    clock.setCycleCount(Animation.INDEFINITE);
    sceneProperty()
        .subscribe(scene -> {
          if (scene == null) {
            clock.stop(); // nobody looks
          } else {
            clock.play();
            tick();
          }
        });
  }

  private TaskPane.Hands hands(Surroundings around) {
    return new TaskPane.Hands() {
      @Override
      public void answer(TaskPane pane) {
        give(pane);
      }

      @Override
      public void showRun(OpenTask task) {
        around.showRun(task);
      }

      @Override
      public void browse(OpenTask task) {
        around.browse(task);
      }

      @Override
      public void copyLink(OpenTask task) {
        around.copyLink(task);
      }

      @Override
      public void save(TaskPane pane, TaskFile file) {
        around
            .choosePlace(Path.of(TaskFileRow.inFolder(file.name())))
            .ifPresent(place -> InboxPane.this.save(pane, file, place));
      }
    };
  }

  private VBox left(Surroundings around) {
    Label heading = new Label("Inbox");
    heading.getStyleClass().add("inbox-heading");
    heading.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(heading, Priority.ALWAYS);
    Node back = Icons.button("mdal-close", "Back to the documents", around::leave);
    back.setId("inbox-close");
    HBox head = new HBox(heading, back);
    head.getStyleClass().add("inbox-head");
    search.setPromptText("Find a task");
    search.setId("inbox-search");
    list.setId("inbox-tasks");
    list.setCellFactory(view -> new TaskRow());
    list.setPlaceholder(new Region()); // the other side says why nothing is here
    VBox.setVgrow(list, Priority.ALWAYS);
    said.setId("inbox-said");
    said.setWrapText(true);
    said.setMinHeight(Region.USE_PREF_SIZE);
    said.getStyleClass().add("inbox-said");
    say("", false);
    VBox box = new VBox(head, search, list, said);
    box.getStyleClass().add("inbox-list");
    box.setMinWidth(240);
    return box;
  }

  private ScrollPane right() {
    detail.getStyleClass().add("inbox-detail");
    detail.setAlignment(Pos.TOP_CENTER);
    ScrollPane scroll = new ScrollPane(detail);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("inbox-scroll");
    return scroll;
  }

  private void refresh() {
    Optional<List<OpenTask>> all = feed.tasks().get();
    String wanted = search.getText().strip().toLowerCase(Locale.ROOT);
    List<OpenTask> now =
        all.orElse(List.of()).stream()
            .filter(each ->
                (each.title() + " " + each.workflow() + " " + each.assignee().orElse(""))
                    .toLowerCase(Locale.ROOT)
                    .contains(wanted))
            .toList();
    OpenTask chosen = list.getSelectionModel().getSelectedItem();
    int at = list.getSelectionModel().getSelectedIndex();
    if (!list.getItems().equals(now)) {
      list.getItems().setAll(now);
    }
    int again = chosen == null ? -1 : now.indexOf(chosen);
    if (again < 0 && !now.isEmpty()) {
      again = Math.clamp(at, 0, now.size() - 1);
    }
    if (again >= 0) {
      list.getSelectionModel().select(again);
    }
    if (now.isEmpty()) {
      chosen(null);
      nothing(all.isPresent(), all.filter(each -> !each.isEmpty()).isPresent());
    }
  }

  private void nothing(boolean known, boolean filtered) {
    if (!known) {
      empty.say("Looking for tasks…", "", false);
    } else if (filtered) {
      empty.say("No task is called so", "Look for another word.", false);
    } else {
      empty.say(
          "Nothing to do", "When a run comes to a Task node, what it asks shows up here.", false);
    }
    detail.setAlignment(Pos.CENTER);
    detail.getChildren().setAll(empty);
  }

  private void chosen(@Nullable OpenTask task) {
    if (task == null || task.equals(shown)) {
      shown = task;
      return;
    }
    shown = task;
    TaskPane draft = drafts.get(task);
    if (draft != null) {
      show(draft);
      return;
    }
    var _ =
        engine
            .<Object>ask(opened -> {
              try {
                Tasks tasks = new Tasks(opened, clock());
                return new TaskPane.Content(tasks.form(task), tasks.files(task));
              } catch (FormException e) {
                return e;
              }
            })
            .whenComplete((content, failure) -> {
              if (!task.equals(shown)) {
                return; // another one was chosen meanwhile
              }
              if (content instanceof TaskPane.Content known) {
                TaskPane pane = new TaskPane(task, known, files, hands);
                drafts.put(task, pane);
                show(pane);
              } else {
                empty.say(
                    "This task cannot be shown",
                    content instanceof FormException broken
                        ? String.valueOf(broken.getMessage())
                        : Failure.words(failure),
                    true);
                detail.setAlignment(Pos.CENTER);
                detail.getChildren().setAll(empty);
              }
            });
  }

  private void show(TaskPane pane) {
    pane.tick();
    detail.setAlignment(Pos.TOP_CENTER);
    detail.getChildren().setAll(pane);
  }

  private void save(TaskPane pane, TaskFile file, Path place) {
    pane.tell("");
    var _ =
        engine
            .<Optional<IOException>>ask(opened -> {
              try (InputStream bytes = opened.open(file.file())) {
                Files.copy(bytes, place, StandardCopyOption.REPLACE_EXISTING);
                return Optional.empty();
              } catch (IOException e) {
                return Optional.of(e);
              }
            })
            .whenComplete((wrong, failure) -> {
              if (failure != null) {
                pane.tell("“" + file.name() + "” was not saved: " + Failure.words(failure));
              } else if (wrong.isPresent()) {
                pane.tell("“" + file.name() + "” was not saved: " + Failure.words(wrong.get()));
              } else {
                say("“" + file.name() + "” is saved as " + place + ".", false);
              }
            });
  }

  private void give(TaskPane pane) {
    OpenTask task = pane.task();
    JsonObject answer = pane.form().answer();
    Map<String, Path> chosen = pane.form().files();
    pane.tell("");
    pane.form().setDisable(true);
    var _ =
        engine
            .<Object>ask(opened -> {
              try {
                return new Tasks(opened, clock())
                    .answer(
                        task,
                        answer,
                        chosen,
                        TaskPane.languages(),
                        System.getProperty("user.name", ""));
              } catch (FormException | IOException e) {
                return e;
              }
            })
            .whenComplete((value, failure) -> {
              pane.form().setDisable(false);
              if (value instanceof CheckedAnswer checked && checked.accepted()) {
                drafts.remove(task);
                say("“" + task.title() + "” is answered: its run goes on.", false);
                return;
              }
              String why =
                  value instanceof Exception e
                      ? String.valueOf(e.getMessage())
                      : failure == null
                          ? "something is not filled in rightly"
                          : Failure.words(failure);
              pane.tell("The answer was not taken: " + why);
              say("“" + task.title() + "” was not answered: " + why, true);
            });
  }

  private void say(String words, boolean bad) {
    said.setText(words);
    said.setVisible(!words.isEmpty());
    said.setManaged(!words.isEmpty());
    said.getStyleClass().remove("bad");
    if (bad) {
      said.getStyleClass().add("bad");
    }
  }

  private void tick() {
    list.refresh();
    detail.getChildren().stream()
        .filter(TaskPane.class::isInstance)
        .forEach(each -> ((TaskPane) each).tick());
  }

  private static InstantSource clock() {
    return () -> Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }
}
