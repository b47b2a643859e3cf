package io.concertmaster.designer.environment;

import io.concertmaster.deploy.DeployException.Reason;
import io.concertmaster.deploy.ServerCertificate;
import io.concertmaster.deploy.environment.Connection;
import io.concertmaster.deploy.environment.Environment;
import io.concertmaster.designer.controls.DialogCard;
import io.concertmaster.designer.controls.WrittenGuard;
import io.concertmaster.designer.window.Failure;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The environments: added, tried, changed and taken away. */
public final class EnvironmentsPane extends DialogCard {
  private static final double WIDTH = 760;
  private static final double HEIGHT = 600;

  /** Refusals that somebody who looks at the certificate may lift. */
  private static final Set<Reason> CERTIFICATE =
      EnumSet.of(Reason.NOT_TRUSTED, Reason.OTHER_ADDRESS);

  private final Servers servers;
  private final ListView<Environment> list = new ListView<>();
  private final EnvironmentForm form;
  private final VBox outcome = new VBox();
  private final ScrollPane scroll = new ScrollPane();
  private final Button test = button("environment-test", "Test connection", this::test);
  private final Button save = button("environment-save", "Add", this::save);
  private final Button remove = button("environment-remove", "Remove", this::remove);
  private Optional<Environment> edited = Optional.empty();
  private boolean removing;
  private final WrittenGuard guard =
      new WrittenGuard(this::isWritten, words -> tell(words, "warning"));

  /**
   * Of the servers of a window.
   *
   * @param files asks for a file
   * @param closed takes it away
   */
  public EnvironmentsPane(Servers servers, Supplier<Optional<Path>> files, Runnable closed) {
    super("environments", "Environments", WIDTH, HEIGHT, closed);
    this.servers = servers;
    form = new EnvironmentForm(files, this::written);
    outcome.setId("environment-outcome");
    outcome.getStyleClass().add("outcome");
    save.getStyleClass().add("accent");
    save.setDefaultButton(true);
    body(new HBox(left(), right()));
    buttons(List.of(remove, space(), test, save));
    servers.all().subscribe(this::show);
    servers.trouble().subscribe(trouble -> trouble.ifPresent(why -> tell(why, "bad")));
    edit(servers.all().get().stream().findFirst());
  }

  private VBox left() {
    list.setId("environment-list");
    list.setCellFactory(view -> new Row());
    Label nothing = wrapped("No environment yet.", "muted");
    list.setPlaceholder(nothing);
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener((property, was, is) -> {
          if (is != null && !edited.equals(Optional.of(is))) {
            choose(Optional.of(is));
          }
        });
    Button add = button("environment-add", "New environment", () -> choose(Optional.empty()));
    add.setMaxWidth(Double.MAX_VALUE);
    VBox.setVgrow(list, Priority.ALWAYS);
    VBox left = new VBox(list, add);
    left.getStyleClass().add("environment-left");
    left.setMinWidth(200);
    left.setPrefWidth(240);
    return left;
  }

  private ScrollPane right() {
    Label where =
        wrapped(
            "They lie in "
                + servers.file()
                + ", and “concertmaster deploy --to NAME” knows them too.",
            "muted");
    VBox right = new VBox(form, outcome, where);
    right.getStyleClass().add("environment-right");
    scroll.setContent(right);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("plain-scroll");
    HBox.setHgrow(scroll, Priority.ALWAYS);
    return scroll;
  }

  private void show(List<Environment> all) {
    list.getItems().setAll(all);
    edited
        .flatMap(was -> all.stream().filter(each -> each.isCalled(was.name())).findFirst())
        .ifPresent(now -> {
          edited = Optional.of(now); // what is written over it stays
          list.getSelectionModel().select(now);
        });
  }

  /** Whether it may be taken away by a key. */
  public boolean mayClose() {
    return guard.mayGo();
  }

  private boolean isWritten() {
    return form.isChanged();
  }

  private void written() {
    tell("", "");
    guard.changed();
  }

  /** Shows another one, unless what is written would be lost unasked. */
  private void choose(Optional<Environment> environment) {
    if (guard.mayGo()) {
      edit(environment);
      return;
    }
    Platform.runLater(() -> { // the list is in the midst of its own change
      if (edited.isPresent()) {
        list.getSelectionModel().select(edited.get());
      } else {
        list.getSelectionModel().clearSelection();
      }
    });
  }

  private void edit(Optional<Environment> environment) {
    guard.changed();
    edited = environment;
    removing = false;
    remove.setText("Remove");
    show(remove, environment.isPresent());
    save.setText(environment.isPresent() ? "Save" : "Add");
    form.show(environment);
    if (environment.isEmpty()) {
      list.getSelectionModel().clearSelection();
      form.focusName();
    } else {
      list.getSelectionModel().select(environment.get());
    }
    tell("", "");
  }

  private void tell(String words, String tone) {
    outcome.getChildren().clear();
    if (!words.isEmpty()) {
      Label label = wrapped(words, "outcome-words");
      label.setId("environment-said");
      label.getStyleClass().add(tone);
      outcome.getChildren().add(label);
      comeIntoSight();
    }
  }

  private void busy(boolean now) {
    test.setDisable(now);
    save.setDisable(now);
    remove.setDisable(now);
    form.setDisable(now);
  }

  private Optional<Environment> read() {
    try {
      return Optional.of(form.read());
    } catch (IllegalArgumentException e) {
      tell(Servers.sentence(String.valueOf(e.getMessage())), "bad");
      return Optional.empty();
    }
  }

  private void test() {
    read()
        .ifPresent(environment -> {
          busy(true);
          tell("Asking " + environment.address() + "…", "muted");
          var _ =
              servers
                  .work(() -> Connection.to(environment))
                  .whenComplete((connection, failure) -> {
                    busy(false);
                    if (failure == null) {
                      told(connection);
                    } else {
                      tell(Servers.sentence(Failure.words(failure)), "bad");
                      if (Servers.reason(failure).filter(CERTIFICATE::contains).isPresent()) {
                        lookAt(environment);
                      }
                    }
                  });
        });
  }

  private void told(Connection connection) {
    String who =
        connection.name().isEmpty()
            ? "Connected: n8n takes the key."
            : "Connected as “" + connection.name() + "”.";
    if (!connection.mayDeploy()) {
      tell(who + " The token may look, but not deploy.", "warning");
    } else if (connection.inTheClear()) {
      tell(who + " What is sent there can be read on its way: use https.", "warning");
    } else {
      tell(who, "good");
    }
  }

  private void lookAt(Environment environment) {
    var _ =
        servers
            .work(() -> ServerCertificate.of(environment.address()))
            .thenAccept(certificate -> {
              outcome
                  .getChildren()
                  .add(
                      new CertificateCard(
                          certificate,
                          () -> {
                            form.pin(certificate.fingerprint());
                            test();
                          }));
              comeIntoSight();
            });
  }

  /** What was found stands below the fields, which may fill the dialog. */
  private void comeIntoSight() {
    scroll.applyCss();
    scroll.layout();
    scroll.setVvalue(scroll.getVmax());
  }

  private void save() {
    read()
        .ifPresent(environment -> {
          busy(true);
          var _ =
              servers
                  .put(environment, edited.map(Environment::name))
                  .whenComplete((all, failure) -> {
                    busy(false);
                    if (failure == null) {
                      edit(servers.find(environment.name()));
                      tell("“" + environment.name() + "” is kept.", "good");
                    } else {
                      tell(Servers.sentence(Failure.words(failure)), "bad");
                    }
                  });
        });
  }

  private void remove() {
    if (edited.isEmpty()) {
      return;
    }
    if (!removing) {
      removing = true;
      remove.setText("Remove it, with its token");
      return;
    }
    busy(true);
    var _ =
        servers
            .remove(edited.get().name())
            .whenComplete((all, failure) -> {
              busy(false);
              if (failure == null) {
                edit(servers.all().get().stream().findFirst());
              } else {
                tell(Servers.sentence(Failure.words(failure)), "bad");
              }
            });
  }

  /** An environment in the list. */
  private static final class Row extends ListCell<Environment> {
    private Row() {
      getStyleClass().add("environment-row");
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Environment environment, boolean empty) {
      super.updateItem(environment, empty);
      setText(null);
      if (environment == null || empty) {
        setGraphic(null);
        return;
      }
      Label name = new Label(environment.name());
      name.getStyleClass().add("strong");
      Label address =
          new Label(
              (environment.kind() == Environment.Kind.N8N ? "n8n · " : "") + environment.address());
      address.getStyleClass().add("muted");
      setGraphic(new VBox(name, address));
    }
  }
}
