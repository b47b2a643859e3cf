package io.concertmaster.designer.deploy;

import io.concertmaster.deploy.Deployments;
import io.concertmaster.deploy.Preview;
import io.concertmaster.deploy.environment.Environment;
import io.concertmaster.deploy.n8n.N8nDeployments;
import io.concertmaster.deploy.n8n.N8nPlan;
import io.concertmaster.deploy.n8n.N8nWorkflow;
import io.concertmaster.designer.controls.DialogCard;
import io.concertmaster.designer.controls.EmptyState;
import io.concertmaster.designer.document.EditorDocument;
import io.concertmaster.designer.document.OpenDocuments;
import io.concertmaster.designer.environment.Servers;
import io.concertmaster.designer.listen.Trigger;
import io.concertmaster.designer.window.Failure;
import io.concertmaster.engine.RunId;
import io.concertmaster.model.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/**
 * Brings the workflow in front to a server: shows what would change there and what is wrong with
 * it, and goes only when a person says so.
 */
public final class DeployPane extends DialogCard {
  private static final double WIDTH = 720;
  private static final double HEIGHT = 600;

  private final Servers servers;
  private final EditorDocument document;
  private final Supplier<Shipment> shipments;
  private final Surroundings around;
  private final ComboBox<Environment> target = new ComboBox<>();
  private final ComboBox<N8nGoing.Choice> counterpart = new ComboBox<>();
  private final Label summary = wrapped("", "deploy-summary");
  private final Label trouble = wrapped("", "deploy-trouble");
  private final ListView<DifferenceRow> rows = new ListView<>();
  private final EmptyState empty = new EmptyState();
  private final ProgressBar progress = new ProgressBar();
  private final CheckBox activate = new CheckBox("Let its triggers listen there");
  private final CheckBox smoke = new CheckBox("Run it there once afterwards");
  private final VBox options = new VBox(activate, smoke);
  private final VBox addresses = new VBox();
  private final Button deploy = button("deploy-go", "Deploy", this::deploy);
  private final Button cancel = button("deploy-cancel", "Cancel", this::close);
  private final Button again = button("deploy-again", "Compare again", this::compare);
  private Optional<Shipment> shipment = Optional.empty();
  private Optional<Shipment.Shown> shown = Optional.empty();
  private Optional<N8nPlan> planned = Optional.empty();
  private int asked;
  private boolean busy;

  /** What the dialog needs of the window around it. */
  public interface Surroundings {
    /** Takes the dialog away. */
    void close();

    /** Saves the document; whether it is saved then. */
    boolean save();

    /** Tells that something was deployed to an environment. */
    void deployed(Environment environment);

    /** Shows a run there. */
    void showRun(Environment environment, RunId run);

    /** Shows the versions there, to go back to one. */
    void versions(Environment environment);

    /** Shows the list of environments, to add one. */
    void environments();

    /** Shows a node. */
    void goTo(String node);

    /** What shows an address, to be copied and opened. */
    Node address(String address);
  }

  /** For a document. */
  public DeployPane(
      Servers servers,
      EditorDocument document,
      OpenDocuments documents,
      Optional<Environment> first,
      Surroundings around) {
    super("deploy", "Deploy “" + document.workflow().get().name() + "”", WIDTH, HEIGHT, () -> {});
    this.servers = servers;
    this.document = document;
    this.shipments = () -> Shipment.of(document, documents);
    this.around = around;
    onClose(this::close);
    target.setId("deploy-target");
    target.setMaxWidth(Double.MAX_VALUE);
    target.setConverter(new Names());
    target.getItems().setAll(servers.all().get());
    summary.setId("deploy-summary");
    trouble.setId("deploy-trouble");
    rows.setId("deploy-rows");
    rows.setCellFactory(view ->
        new DifferenceCell(node -> {
          around.close();
          around.goTo(node);
        }));
    rows.setFixedCellSize(28);
    activate.setId("deploy-activate");
    activate.setSelected(true);
    activate.selectedProperty().addListener((property, was, is) -> allow());
    boolean listens =
        !Trigger.of(document.workflow().get(), document.catalog(), document.folder()).isEmpty();
    show(activate, listens);
    smoke.setId("deploy-smoke");
    options.getStyleClass().add("deploy-options");
    options.setMinHeight(USE_PREF_SIZE);
    deploy.getStyleClass().add("accent");
    deploy.setDefaultButton(true);
    cancel.setCancelButton(true);
    progress.setMaxWidth(Double.MAX_VALUE);
    Label to = new Label("To");
    to.setLabelFor(target);
    HBox.setHgrow(target, Priority.ALWAYS);
    HBox where = new HBox(to, target);
    where.getStyleClass().add("deploy-where");
    where.setMinHeight(USE_PREF_SIZE);
    StackPane middle = new StackPane(rows, empty);
    middle.setMinHeight(64);
    VBox.setVgrow(middle, Priority.ALWAYS);
    counterpart.setId("deploy-counterpart");
    counterpart.setMaxWidth(Double.MAX_VALUE);
    counterpart.setPromptText("Which workflow there is meant?");
    counterpart
        .valueProperty()
        .addListener((property, was, is) -> {
          if (is != null) {
            compareWithN8n(target.getValue(), is.counterpart());
          }
        });
    show(counterpart, false);
    VBox body =
        new VBox(where, counterpart, summary, addresses, trouble, middle, progress, options);
    addresses.setId("deploy-addresses");
    addresses.getStyleClass().add("deploy-addresses");
    show(addresses, false);
    body.getStyleClass().add("deploy-body");
    body(body);
    buttons(List.of(again, space(), cancel, deploy));
    if (target.getItems().isEmpty()) {
      nowhere();
    } else {
      target.setValue(
          first.filter(target.getItems()::contains).orElse(target.getItems().getFirst()));
      target.valueProperty().addListener((property, was, is) -> compare());
      compare();
    }
  }

  private void nowhere() {
    for (var each : List.of(target.getParent(), summary, trouble, rows, progress, options, again)) {
      show(each, false);
    }
    empty.say(
        "No environment yet",
        "Add the address of a ConcertMaster or n8n server, and the token that it gave you.",
        false);
    deploy.setText("Add an environment…");
    deploy.setOnAction(event -> around.environments());
  }

  private void close() {
    if (!busy) {
      around.close();
    }
  }

  /** Whether it may be taken away now. */
  public boolean mayClose() {
    return !busy;
  }

  /** Asks the server what would change. */
  private void compare() {
    Environment environment = target.getValue();
    counterpart.getItems().clear();
    show(counterpart, false);
    if (environment.kind() == Environment.Kind.N8N) {
      compareWithN8n(environment, new N8nDeployments.Counterpart.Known());
      return;
    }
    Shipment now = shipments.get();
    shipment = Optional.of(now);
    show(smoke, true);
    compare(environment, servers.ask(environment, now::preview), found -> compared(now, found));
  }

  /** The same of an n8n server: what becomes of the workflow there comes first. */
  private void compareWithN8n(Environment environment, N8nDeployments.Counterpart meant) {
    Workflow workflow = document.workflow().get();
    show(smoke, false); // its API runs nothing
    smoke.setSelected(false);
    compare(
        environment,
        servers.askN8n(environment, there -> N8nGoing.plan(there, workflow, meant)),
        found -> compared(workflow, found));
  }

  private <T> void compare(
      Environment environment, CompletableFuture<T> answer, Consumer<T> compared) {
    shown = Optional.empty();
    planned = Optional.empty();
    trouble("");
    rows.getItems().clear();
    show(rows, false);
    show(empty, true);
    empty.say("Comparing with “" + environment.name() + "”…", "", false);
    summary.setText("");
    summary.getStyleClass().remove("bad");
    show(summary, false);
    working(true, false);
    int number = ++asked;
    var _ =
        answer.whenComplete((found, failure) -> {
          if (number != asked) {
            return; // another environment was chosen meanwhile
          }
          working(false, false);
          if (failure == null) {
            compared.accept(found);
          } else {
            empty.say(
                "“" + environment.name() + "” could not be asked",
                Servers.sentence(Failure.words(failure)),
                true);
          }
        });
  }

  private void compared(Workflow workflow, N8nGoing.Asked found) {
    planned = found.plan();
    if (found.plan().isPresent()) {
      N8nPlan plan = found.plan().get();
      compared(
          N8nGoing.rows(plan, workflow),
          N8nGoing.summary(plan),
          plan.change() == N8nPlan.Change.NEW || N8nGoing.isActive(plan));
    } else {
      counterpart.getItems().setAll(N8nGoing.choices(found.namesakes()));
      show(counterpart, true);
      empty.say(
          "“" + workflow.name() + "” is there already",
          "It was not brought there from here: choose above which one is meant.",
          false);
    }
  }

  private void compared(Shipment sent, Shipment.Shown found) {
    shown = Optional.of(found);
    Preview preview = found.preview();
    if (!preview.deployable()) {
      summary.getStyleClass().add("bad");
    }
    Preview.Change first = preview.changes().getFirst();
    compared(
        DifferenceRows.of(found.bundle(), preview, sent.workflow()),
        DifferenceRows.summary(preview),
        first.change().equals("new") || first.active());
  }

  private void compared(List<DifferenceRow> differences, String words, boolean active) {
    rows.getItems().setAll(differences);
    show(rows, true);
    show(empty, false);
    summary.setText(words);
    show(summary, true);
    activate.setSelected(active);
    deploy.setText(isUnsaved() ? "Save and deploy" : "Deploy");
    allow();
  }

  private void allow() {
    deploy.setDisable(busy || !isToDo());
  }

  /** What is there as it is here needs no deployment, but to become active. */
  private boolean isToDo() {
    if (planned.isPresent()) {
      return N8nGoing.isToDo(planned.get(), activate.isSelected(), activate.isManaged());
    }
    if (shown.isEmpty()) {
      return false;
    }
    Preview preview = shown.get().preview();
    boolean activates = activate.isSelected() && !preview.changes().getFirst().active();
    return preview.deployable() && (!preview.isSame() || activates);
  }

  private void working(boolean now, boolean going) {
    busy = going;
    show(progress, now);
    deploy.setDisable(true);
    again.setDisable(now);
    target.setDisable(going);
    options.setDisable(now);
    cancel.setDisable(going);
  }

  private void trouble(String words) {
    trouble.setText(words);
    show(trouble, !words.isEmpty());
  }

  private void deploy() {
    Environment environment = target.getValue();
    if ((planned.isEmpty() && (shown.isEmpty() || shipment.isEmpty())) || !isSaved()) {
      return;
    }
    boolean active = activate.isSelected();
    if (planned.isPresent()) {
      N8nPlan plan = planned.get();
      boolean switches = activate.isManaged();
      bring(
          environment,
          servers.askN8n(environment, there -> N8nGoing.bring(there, plan, active, switches)),
          done -> done(environment, done));
      return;
    }
    Shipment sent = shipment.orElseThrow();
    Shipment.Shown what = shown.orElseThrow();
    boolean tried = smoke.isSelected();
    bring(
        environment,
        servers.ask(environment, remote -> sent.deploy(remote, what, active, tried)),
        done -> done(environment, done, active));
  }

  private boolean isUnsaved() {
    return document.dirty().get() || document.file().get().isEmpty();
  }

  private boolean isSaved() {
    if (isUnsaved() && !around.save()) {
      trouble("It was not saved, and nothing was deployed.");
      return false;
    }
    return true;
  }

  private <T> void bring(Environment environment, CompletableFuture<T> answer, Consumer<T> done) {
    trouble("");
    working(true, true);
    var _ =
        answer.whenComplete((there, failure) -> {
          working(false, false);
          if (failure == null) {
            around.deployed(environment);
            done.accept(there);
          } else {
            trouble(
                "It was not deployed: "
                    + Failure.words(failure)
                    + (Servers.details(failure).isEmpty()
                        ? ""
                        : "\n" + String.join("\n", Servers.details(failure))));
            allow();
          }
        });
  }

  private void done(Environment environment, N8nWorkflow done) {
    done(environment, "It lies there as “" + done.name() + "” (" + done.id() + ")", done.active());
    empty.say("It is there", "What n8n keeps of older versions is to be seen in n8n.", false);
    endWith(List.of(space()));
  }

  private void done(Environment environment, Shipment.Done done, boolean active) {
    done(
        environment,
        done.version().stream()
            .mapToObj(version -> "Version " + version + " is live")
            .findFirst()
            .orElse("It is live"),
        active);
    done.addresses().stream().map(around::address).forEach(addresses.getChildren()::add);
    show(addresses, !addresses.getChildren().isEmpty());
    Optional<Deployments.Run> run = done.smoke();
    if (run.isPresent()) {
      boolean well = run.get().isWell();
      empty.say(
          "Run #" + run.get().number() + " there: " + run.get().status(),
          run.get().message().isEmpty() && !well ? "It still goes on." : run.get().message(),
          !well);
    } else if (done.smokeTrouble().isPresent()) {
      empty.say("The run there could not be watched", done.smokeTrouble().get(), true);
    } else {
      empty.say(
          "It is there", "Deployment " + done.number() + " can be rolled back as a whole.", false);
    }
    Button back =
        button("deploy-versions", "Versions and roll back…", () -> around.versions(environment));
    if (run.isPresent()) {
      Button look =
          button(
              "deploy-run",
              "Show the run",
              () -> around.showRun(environment, new RunId(run.get().number())));
      endWith(List.of(back, space(), look));
    } else {
      endWith(List.of(back, space()));
    }
  }

  private void done(Environment environment, String what, boolean active) {
    title("Deployed to “" + environment.name() + "”");
    for (var each : List.of(target.getParent(), counterpart, trouble, rows, options, again)) {
      show(each, false);
    }
    summary.setText(
        what
            + (!activate.isManaged()
                ? "."
                : active ? ", and its triggers listen." : "; its triggers do not listen."));
    show(empty, true);
  }

  /** Puts the last buttons in, with one that ends the dialog. */
  private void endWith(List<Node> before) {
    Button close = button("deploy-done", "Done", around::close);
    close.setDefaultButton(true);
    close.getStyleClass().add("accent");
    close.setCancelButton(true);
    List<Node> all = new ArrayList<>(before);
    all.add(close);
    buttons(all);
    close.requestFocus();
  }

  /** Environments by their names. */
  private static final class Names extends StringConverter<Environment> {
    @Override
    public String toString(@Nullable Environment environment) {
      return environment == null ? "" : environment.name() + " – " + environment.address();
    }

    @Override
    public @Nullable Environment fromString(String text) {
      return null; // nothing is written there
    }
  }
}
