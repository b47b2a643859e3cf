package io.concertmaster.designer;

import io.concertmaster.deploy.environment.Environment;
import io.concertmaster.designer.deploy.DeployPane;
import io.concertmaster.designer.deploy.VersionsPane;
import io.concertmaster.designer.document.EditorDocument;
import io.concertmaster.designer.document.FileDialogs;
import io.concertmaster.designer.environment.EnvironmentBar;
import io.concertmaster.designer.environment.EnvironmentsPane;
import io.concertmaster.designer.environment.PlaceMenu;
import io.concertmaster.designer.environment.ServerPlace;
import io.concertmaster.designer.environment.Servers;
import io.concertmaster.designer.environment.Standings;
import io.concertmaster.designer.frame.OverlayLayer;
import io.concertmaster.designer.run.LocalPlace;
import io.concertmaster.designer.run.RunPlace;
import io.concertmaster.designer.window.Failure;
import io.concertmaster.engine.RunId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;

/** Servers in the window: the dialogs about them, and where the shown runs happen. */
final class DeployArea {
  private final Workbench bench;
  private final OverlayLayer overlay;
  private final FileDialogs dialogs;
  private final Servers servers;
  private final LocalPlace local;
  private final Standings standings;
  private final ObjectProperty<RunPlace> place;

  DeployArea(
      Workbench bench,
      OverlayLayer overlay,
      FileDialogs dialogs,
      Servers servers,
      LocalPlace local) {
    this.bench = bench;
    this.overlay = overlay;
    this.dialogs = dialogs;
    this.servers = servers;
    this.local = local;
    this.place = new SimpleObjectProperty<>(local);
    this.standings = new Standings(servers, bench.documents());
  }

  /** The servers of the window. */
  Servers servers() {
    return servers;
  }

  /** This machine, as a place of runs. */
  LocalPlace local() {
    return local;
  }

  /** Whose runs are shown. */
  ObjectProperty<RunPlace> place() {
    return place;
  }

  /** The choice of whose runs are shown. */
  PlaceMenu menu() {
    return new PlaceMenu(servers, local, place, this::environments);
  }

  /** How the workflow in front stands in each environment. */
  EnvironmentBar bar() {
    return new EnvironmentBar(
        standings,
        new EnvironmentBar.Hands() {
          @Override
          public void deploy(String environment) {
            DeployArea.this.deploy(servers.find(environment));
          }

          @Override
          public boolean hasNodes() {
            return !bench.document().workflow().get().nodes().isEmpty();
          }

          @Override
          public boolean hasRuns(String environment) {
            return servers
                .find(environment)
                .filter(each -> each.kind() == Environment.Kind.CONCERTMASTER)
                .isPresent();
          }

          @Override
          public void versions(String environment) {
            servers.find(environment).ifPresent(DeployArea.this::versions);
          }

          @Override
          public void runs(String environment) {
            servers.find(environment).ifPresent(each -> place.set(new ServerPlace(servers, each)));
          }

          @Override
          public void refresh() {
            standings.refresh();
          }
        });
  }

  /** The environment that is meant where none is said: whose runs are shown, else the first. */
  Optional<Environment> likely() {
    return place
        .get()
        .environment()
        .flatMap(servers::find)
        .or(() -> servers.all().get().stream().findFirst());
  }

  /** Shows the list of environments. */
  void environments() {
    EnvironmentsPane pane =
        new EnvironmentsPane(
            servers, () -> dialogs.chooseAny("Choose the certificates"), overlay::close);
    overlay.showModal(pane, pane::mayClose);
  }

  /**
   * Shows what deploying the workflow in front would change. One that is new is saved first: by its
   * file it gets the id under which it lies there, and beside that is what goes with it.
   */
  void deploy(Optional<Environment> first) {
    EditorDocument document = bench.document();
    if (document.file().get().isEmpty() && !bench.files().save(document)) {
      return;
    }
    DeployPane pane =
        new DeployPane(
            servers,
            document,
            bench.documents(),
            first.or(this::likely),
            new DeployPane.Surroundings() {
              @Override
              public void close() {
                overlay.close();
              }

              @Override
              public boolean save() {
                return bench.files().save(document);
              }

              @Override
              public void deployed(Environment environment) {
                standings.refresh();
              }

              @Override
              public void showRun(Environment environment, RunId run) {
                overlay.close();
                bench.desk().runs().open(new ServerPlace(servers, environment), run);
              }

              @Override
              public void versions(Environment environment) {
                DeployArea.this.versions(environment);
              }

              @Override
              public void environments() {
                DeployArea.this.environments();
              }

              @Override
              public void goTo(String node) {
                bench.goTo(node);
              }

              @Override
              public Node address(String address) {
                return bench.address(address);
              }
            });
    overlay.showModal(pane, pane::mayClose);
  }

  /** Shows the versions of the workflow in front on a server. */
  void versions(Environment environment) {
    EditorDocument document = bench.document();
    overlay.showModal(
        new VersionsPane(
            servers,
            environment,
            document.id(),
            document.workflow().get().name(),
            standings::refresh,
            overlay::close),
        () -> true);
  }

  /** Asks the servers anew. */
  void refresh() {
    standings.refresh();
  }

  /** Starts a run of what is live, where the shown runs happen. */
  void runLive() {
    if (place.get() instanceof ServerPlace server) {
      open(server, server.start(bench.document().id()), "The run could not start there");
    }
  }

  /** Starts a run that has ended once more. */
  void retry(RunId run) {
    if (place.get() instanceof ServerPlace server) {
      open(server, server.retry(run), "The run could not start once more");
    }
  }

  private void open(ServerPlace server, CompletableFuture<RunId> started, String headline) {
    var _ =
        started.whenComplete((run, failure) -> {
          if (failure == null) {
            bench.desk().runs().open(server, run);
          } else {
            dialogs.tell(headline, Failure.words(failure));
          }
        });
  }
}
