package io.concertmaster.designer.listen;

import io.concertmaster.designer.document.EditorDocument;
import io.concertmaster.designer.window.ClipboardAccess;
import io.concertmaster.engine.ActiveTrigger;
import io.concertmaster.engine.ActiveWorkflow;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** What listens of a workflow, and where: its triggers, their addresses and next moments. */
public final class ActivePopover extends VBox {
  private static final double WIDTH = 440;
  private static final double HEIGHT = 360;
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
          .withZone(ZoneId.systemDefault());

  /** So often it asks anew: a folder may have gone meanwhile. */
  private static final Duration ASKED = Duration.seconds(2);

  private final EditorDocument document;
  private final Activity activity;
  private final LocalDoor door;
  private final ClipboardAccess clipboard;
  private final WebBrowser browser;
  private final Runnable activate;
  private @Nullable List<Object> shown;

  /**
   * Of a document, as it stands from moment to moment.
   *
   * @param door where the window listens
   * @param activate makes the version of the window active
   */
  public ActivePopover(
      EditorDocument document,
      Activity activity,
      LocalDoor door,
      ClipboardAccess clipboard,
      WebBrowser browser,
      Runnable activate) {
    this.document = document;
    this.activity = activity;
    this.door = door;
    this.clipboard = clipboard;
    this.browser = browser;
    this.activate = activate;
    setId("active-popover");
    getStyleClass().addAll("floating", "active-popover");
    setPrefWidth(WIDTH);
    setMaxWidth(WIDTH);
    Subscription news =
        activity
            .active()
            .subscribe(all -> fill())
            .and(document.workflow().subscribe(workflow -> fill()))
            .and(document.problems().subscribe(problems -> fill()))
            .and(document.dirty().subscribe(dirty -> fill()));
    PauseTransition again = new PauseTransition(ASKED);
    again.setOnFinished(event -> {
      if (getScene() != null && getScene().getWindow() != null) {
        activity.refresh();
        again.play();
      }
    });
    again.play();
    sceneProperty()
        .addListener((property, was, is) -> {
          if (is == null) {
            again.stop();
            news.unsubscribe();
          }
        });
    activity.refresh();
  }

  /** Draws it anew, unless all is as it was: who selects an address would lose what is selected. */
  private void fill() {
    ActiveState state = activity.state(document);
    String address = door.planned();
    List<Object> now =
        List.of(
            state,
            document.workflow().get(),
            document.problems().get(),
            address,
            document.dirty().get());
    if (now.equals(shown)) {
      return;
    }
    shown = now;
    getChildren().clear();
    Optional<ActiveWorkflow> active =
        state instanceof ActiveState.Active each ? Optional.of(each.workflow()) : Optional.empty();
    getChildren().add(wrapped(headline(state), "headline"));
    active
        .filter(each -> each.running() + each.waiting() > 0)
        .ifPresent(each -> getChildren().add(wrapped(going(each), "muted")));
    if (state instanceof ActiveState.Active each && each.older()) {
      getChildren().addAll(older(each), newer());
    }
    VBox triggers = new VBox();
    triggers.getStyleClass().add("triggers");
    for (Trigger each :
        Trigger.of(document.workflow().get(), document.catalog(), document.folder())) {
      triggers.getChildren().add(trigger(each, active, address));
    }
    if (!triggers.getChildren().isEmpty()) {
      ScrollPane scroll = new ScrollPane(triggers);
      scroll.setFitToWidth(true);
      // Its own wish does not know how high lines become that are broken.
      triggers
          .heightProperty()
          .subscribe(height -> {
            double shownHeight = Math.min(HEIGHT, height.doubleValue());
            scroll.setMinHeight(shownHeight);
            scroll.setPrefHeight(shownHeight);
            scroll.setMaxHeight(shownHeight);
          });
      scroll.getStyleClass().add("triggers-scroll");
      scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
      getChildren().add(scroll);
    }
    door.notice().ifPresent(each -> getChildren().add(wrapped(each, "older-words")));
    getChildren()
        .add(wrapped("Listens on this machine alone, while this window is open.", "muted"));
  }

  private static String going(ActiveWorkflow active) {
    String runs = active.running() == 1 ? "1 run goes on" : active.running() + " runs go on";
    return active.waiting() == 0
        ? runs + "."
        : runs + ", " + active.waiting() + (active.waiting() == 1 ? " waits." : " wait.");
  }

  private Label older(ActiveState.Active now) {
    return wrapped(
        "The active version"
            + (now.workflow().name().equals(document.workflow().get().name())
                ? ""
                : ", “" + now.workflow().name() + "”,")
            + " is older than what you see. It goes on listening until you activate the new one.",
        "older-words");
  }

  private Button newer() {
    Button newer =
        new Button(document.dirty().get() ? "Save and activate" : "Activate this version");
    newer.setId("activate-newer");
    newer.setOnAction(event -> activate.run());
    newer.setDisable(Activity.whyNot(document).isPresent());
    return newer;
  }

  private static String headline(ActiveState state) {
    return switch (state) {
      case ActiveState.Unknown unknown -> "The engine is being opened";
      case ActiveState.Impossible impossible -> impossible.why();
      case ActiveState.Inactive inactive -> "Not active: nothing listens";
      case ActiveState.Active now -> "Active since " + moment(now.workflow().since());
    };
  }

  private VBox trigger(Trigger trigger, Optional<ActiveWorkflow> active, String address) {
    VBox box = new VBox(wrapped(trigger.name(), "trigger-name"));
    box.getStyleClass().add("trigger");
    Optional<ActiveTrigger> listens =
        active.stream()
            .flatMap(each -> each.triggers().stream())
            .filter(each -> each.node().equals(trigger.node()))
            .findFirst();
    trigger
        .path()
        .ifPresentOrElse(
            path -> {
              AddressRow row = new AddressRow("", clipboard, browser);
              row.show(address + path, active.isPresent() && trigger.isForBrowsers());
              box.getChildren().add(row);
            },
            () ->
                trigger.words().ifPresent(words -> box.getChildren().add(wrapped(words, "muted"))));
    listens
        .flatMap(ActiveTrigger::next)
        .ifPresent(next -> box.getChildren().add(wrapped("Next: " + moment(next), "next")));
    listens
        .flatMap(ActiveTrigger::last)
        .ifPresent(last -> box.getChildren().add(wrapped("Last run: " + moment(last), "next")));
    for (String problem :
        List.of(trigger.problem().orElse(""), listens.flatMap(ActiveTrigger::problem).orElse(""))) {
      if (!problem.isEmpty()) {
        box.getChildren().add(wrapped(problem, "problem"));
      }
    }
    return box;
  }

  private static String moment(Instant at) {
    return MOMENT.format(at);
  }

  private static Label wrapped(String text, String style) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().add(style);
    return label;
  }
}
