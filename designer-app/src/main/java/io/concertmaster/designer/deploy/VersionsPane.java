package io.concertmaster.designer.deploy;

import io.concertmaster.deploy.DeployException;
import io.concertmaster.deploy.Deployments;
import io.concertmaster.deploy.Remote;
import io.concertmaster.deploy.RemoteWorkflows;
import io.concertmaster.deploy.environment.Environment;
import io.concertmaster.designer.controls.DialogCard;
import io.concertmaster.designer.controls.EmptyState;
import io.concertmaster.designer.environment.Servers;
import io.concertmaster.designer.window.Failure;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The versions of a workflow on a server, by whom and when, and the way back to one. */
public final class VersionsPane extends DialogCard {
  private static final double WIDTH = 620;
  private static final double HEIGHT = 480;

  /** So many documents of a deployment are named. */
  private static final int NAMED = 4;

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
          .withZone(ZoneId.systemDefault());

  private final Servers servers;
  private final Environment environment;
  private final String workflow;
  private final Runnable changed;
  private final Runnable closed;
  private final ListView<RemoteWorkflows.Version> list = new ListView<>();
  private final EmptyState empty = new EmptyState();
  private final Label words = wrapped("", "versions-words");
  private OptionalLong live = OptionalLong.empty();
  private Optional<Deployments.Made> newest = Optional.empty();
  private boolean busy;

  /** What a server says of a workflow. */
  private record Found(
      Optional<RemoteWorkflows.Standing> standing,
      List<RemoteWorkflows.Version> versions,
      Optional<Deployments.Made> newest) {}

  /**
   * Of a workflow.
   *
   * @param changed called when another version became live
   * @param closed takes it away
   */
  public VersionsPane(
      Servers servers,
      Environment environment,
      String workflow,
      String name,
      Runnable changed,
      Runnable closed) {
    super("versions", "Versions of “" + name + "” on " + environment.name(), WIDTH, HEIGHT, closed);
    this.servers = servers;
    this.environment = environment;
    this.workflow = workflow;
    this.changed = changed;
    this.closed = closed;
    list.setId("version-list");
    list.setCellFactory(view -> new Row());
    words.setId("versions-words");
    StackPane middle = new StackPane(list, empty);
    VBox.setVgrow(middle, Priority.ALWAYS);
    VBox body = new VBox(middle, words);
    body.getStyleClass().add("deploy-body");
    body(body);
    tell("", "");
    fetch();
  }

  private void tell(String text, String tone) {
    words.setText(text);
    words.getStyleClass().removeAll("bad", "good");
    if (!tone.isEmpty()) {
      words.getStyleClass().add(tone);
    }
    show(words, !text.isEmpty());
  }

  private void fetch() {
    show(list, false);
    show(empty, true);
    empty.say("Asking “" + environment.name() + "”…", "", false);
    resting();
    var _ =
        servers
            .ask(environment, this::ask)
            .whenComplete((found, failure) -> {
              if (failure != null) {
                empty.say(
                    "Its versions are not known", Servers.sentence(Failure.words(failure)), true);
              } else if (found.versions().isEmpty()) {
                empty.say("Not deployed", "The server has no version of this workflow.", false);
              } else {
                found(found);
              }
            });
  }

  private Found ask(Remote remote) throws DeployException, InterruptedException {
    RemoteWorkflows workflows = new RemoteWorkflows(remote);
    Optional<RemoteWorkflows.Standing> standing = workflows.standing(workflow);
    return standing.isEmpty()
        ? new Found(standing, List.of(), Optional.empty())
        : new Found(
            standing,
            workflows.versions(workflow),
            new Deployments(remote).newest(each -> each.versionOf(workflow).isPresent()));
  }

  private void found(Found found) {
    live = found.standing().map(RemoteWorkflows.Standing::live).orElse(OptionalLong.empty());
    newest = found.newest().filter(each -> each.versionOf(workflow).equals(live));
    list.getItems().setAll(found.versions());
    list.refresh();
    show(list, true);
    show(empty, false);
    resting();
  }

  private void resting() {
    Button close = button("versions-done", "Close", closed);
    close.setCancelButton(true);
    if (newest.isEmpty()) {
      buttons(List.of(space(), close));
      return;
    }
    Deployments.Made last = newest.get();
    Button back =
        button(
            "versions-roll-back",
            "Roll back deployment " + last.number(),
            () ->
                confirm(
                    rollBackWords(last),
                    "Roll back",
                    remote -> new Deployments(remote).rollBack(last.number()),
                    "Deployment " + last.number() + " is rolled back."));
    buttons(List.of(back, space(), close));
  }

  /** What is live afterwards, by name; of many documents the first ones. */
  static String rollBackWords(Deployments.Made last) {
    List<String> live =
        last.documents().stream()
            .limit(NAMED)
            .map(each -> each.kind() + " “" + each.name() + "”: " + each.afterwards())
            .toList();
    int rest = last.documents().size() - live.size();
    return "What was live before deployment "
        + last.number()
        + " becomes live again – "
        + String.join("; ", live)
        + (rest > 0 ? "; and " + rest + " more" : "")
        + ". Runs that have begun go on as they began.";
  }

  /** Something that changes what is live. */
  private interface Step {
    void take(Remote remote) throws DeployException, InterruptedException;
  }

  private void confirm(String question, String yes, Step step, String done) {
    tell(question, "");
    Button no =
        button(
            "versions-no",
            "Cancel",
            () -> {
              tell("", "");
              resting();
            });
    no.setCancelButton(true);
    Button go = button("versions-yes", yes, () -> take(step, done));
    go.getStyleClass().add("accent");
    go.setDefaultButton(true);
    buttons(List.of(space(), no, go));
    go.requestFocus();
  }

  private void take(Step step, String done) {
    if (busy) {
      return;
    }
    busy = true;
    var _ =
        servers
            .ask(
                environment,
                remote -> {
                  step.take(remote);
                  return true;
                })
            .whenComplete((value, failure) -> {
              busy = false;
              changed.run();
              fetch();
              tell(
                  failure == null ? done : "Nothing was changed: " + Failure.words(failure),
                  failure == null ? "good" : "bad");
            });
  }

  private void makeLive(RemoteWorkflows.Version version) {
    confirm(
        "Version "
            + version.number()
            + " becomes live on "
            + environment.name()
            + ". Forms and other workflows there stay as they are; runs that have begun go on as they"
            + " began.",
        "Make version " + version.number() + " live",
        remote -> new RemoteWorkflows(remote).makeLive(workflow, version.number()),
        "Version " + version.number() + " is live.");
  }

  /** A version. */
  private final class Row extends ListCell<RemoteWorkflows.Version> {
    private Row() {
      getStyleClass().add("version-row");
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(RemoteWorkflows.@Nullable Version version, boolean empty) {
      super.updateItem(version, empty);
      setText(null);
      if (version == null || empty) {
        setGraphic(null);
        return;
      }
      boolean now = live.isPresent() && live.getAsLong() == version.number();
      Label number = new Label("v" + version.number());
      number.getStyleClass().add("strong");
      number.setMinWidth(40);
      Label who =
          new Label(
              MOMENT.format(version.created()) + " · " + version.author() + " · " + version.name());
      who.setMinWidth(0);
      who.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(who, Priority.ALWAYS);
      HBox line = new HBox(number, who);
      line.getStyleClass().add("version-line");
      if (now) {
        Label mark = new Label("live");
        mark.getStyleClass().add("live-mark");
        mark.setMinWidth(Region.USE_PREF_SIZE);
        line.getChildren().add(mark);
      } else {
        line.getChildren()
            .add(button("version-live-" + version.number(), "Make live", () -> makeLive(version)));
      }
      setGraphic(line);
    }
  }
}
