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
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What listens of a workflow, and where: its triggers, their addresses and next moments. */
public final class ActivePopover extends VBox {
  private static final double WIDTH = 440;
  private static final double HEIGHT = 360;
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
          .withZone(ZoneId.systemDefault());

  private final ClipboardAccess clipboard;
  private final WebBrowser browser;
  private final String address;

  /**
   * Of a document as it stands now.
   *
   * @param address where the window listens
   * @param activate makes the version of the window active
   */
  public ActivePopover(
      EditorDocument document,
      ActiveState state,
      String address,
      ClipboardAccess clipboard,
      WebBrowser browser,
      Runnable activate) {
    this.clipboard = clipboard;
    this.browser = browser;
    this.address = address;
    setId("active-popover");
    getStyleClass().addAll("floating", "active-popover");
    setPrefWidth(WIDTH);
    setMaxWidth(WIDTH);
    Optional<ActiveWorkflow> active =
        state instanceof ActiveState.Active now ? Optional.of(now.workflow()) : Optional.empty();
    getChildren().add(wrapped(headline(state), "headline"));
    if (state instanceof ActiveState.Active now && now.older()) {
      Button newer =
          new Button(document.dirty().get() ? "Save and activate" : "Activate this version");
      newer.setId("activate-newer");
      newer.setOnAction(event -> activate.run());
      newer.setDisable(Activity.whyNot(document).isPresent());
      getChildren()
          .addAll(
              wrapped(
                  "The active version"
                      + (now.workflow().name().equals(document.workflow().get().name())
                          ? ""
                          : ", “" + now.workflow().name() + "”,")
                      + " is older than what you see. It goes on listening until you activate the"
                      + " new one.",
                  "older-words"),
              newer);
    }
    VBox triggers = new VBox();
    triggers.getStyleClass().add("triggers");
    for (Trigger each :
        Trigger.of(document.workflow().get(), document.catalog(), document.folder())) {
      triggers.getChildren().add(trigger(each, active));
    }
    if (!triggers.getChildren().isEmpty()) {
      ScrollPane scroll = new ScrollPane(triggers);
      scroll.setFitToWidth(true);
      scroll.setMaxHeight(HEIGHT);
      scroll.getStyleClass().add("triggers-scroll");
      scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
      getChildren().add(scroll);
    }
    getChildren()
        .add(wrapped("Listens on this machine alone, while this window is open.", "muted"));
  }

  private static String headline(ActiveState state) {
    return switch (state) {
      case ActiveState.Unknown unknown -> "The engine is being opened";
      case ActiveState.Impossible impossible -> impossible.why();
      case ActiveState.Inactive inactive -> "Not active: nothing listens";
      case ActiveState.Active now -> "Active since " + moment(now.workflow().since());
    };
  }

  private VBox trigger(Trigger trigger, Optional<ActiveWorkflow> active) {
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
