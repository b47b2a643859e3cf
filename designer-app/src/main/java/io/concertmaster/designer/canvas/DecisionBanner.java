package io.concertmaster.designer.canvas;

import io.concertmaster.designer.document.EditorDocument;
import io.concertmaster.engine.Activation;
import io.concertmaster.engine.NodeState;
import io.concertmaster.engine.NodeView;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunView;
import io.concertmaster.engine.UncertainDecision;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * Asks what to do about a step that a crash cut short and that must not happen twice. None of the
 * answers stands out: only the person knows.
 */
final class DecisionBanner extends VBox {
  private static final double WIDTH = 460;
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM).withZone(ZoneId.systemDefault());

  private final EditorDocument document;
  private final BiConsumer<RunId, UncertainDecision> decided;
  private final Hyperlink node = new Hyperlink();
  private final Label story = new Label();

  /**
   * Of a document.
   *
   * @param decided what happens with an answer
   */
  DecisionBanner(EditorDocument document, BiConsumer<RunId, UncertainDecision> decided) {
    this.document = document;
    this.decided = decided;
    setId("decision");
    getStyleClass().addAll("floating", "decision-banner");
    setMaxSize(WIDTH, Region.USE_PREF_SIZE);
    node.getStyleClass().add("node-name");
    Label cut = new Label("was cut short");
    cut.getStyleClass().add("headline");
    story.setWrapText(true);
    story.setMinHeight(Region.USE_PREF_SIZE);
    HBox headline = new HBox(node, cut);
    headline.getStyleClass().add("headline-line");
    FlowPane answers =
        new FlowPane(
            answer(
                "It happened: go on",
                UncertainDecision.SKIP,
                "The step is not done again. Its input goes on as its output."),
            answer(
                "Do it again",
                UncertainDecision.RETRY,
                "Where it did not happen, or twice does no harm."),
            answer(
                "Count as failed",
                UncertainDecision.FAIL,
                "The node's setting for errors says what follows."));
    answers.getStyleClass().add("answers");
    getChildren().addAll(headline, story, answers);
    StackPane.setMargin(this, new Insets(12));
    document.run().subscribe(run -> refresh());
  }

  private Button answer(String words, UncertainDecision decision, String meaning) {
    Button button = new Button(words);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setId("decide-" + decision.name().toLowerCase(Locale.ROOT));
    button.setTooltip(new Tooltip(meaning));
    button.setOnAction(
        event -> document.run().get().ifPresent(run -> decided.accept(run.id(), decision)));
    return button;
  }

  private void refresh() {
    Optional<RunView> run =
        document.run().get().filter(each -> each.status() == RunStatus.UNCERTAIN);
    Optional<NodeView> cut =
        run.flatMap(each ->
            each.nodes().values().stream()
                .filter(view -> view.state() == NodeState.UNCERTAIN)
                .findFirst());
    setVisible(cut.isPresent());
    if (run.isPresent() && cut.isPresent()) {
      Activation step = cut.get().last();
      node.setText(run.get().workflow().nameOf(cut.get().node()));
      String id = cut.get().node();
      node.setOnAction(event -> document.selectedNode().set(Optional.of(id)));
      story.setText(
          "It began on "
              + MOMENT.format(step.started())
              + " in run #"
              + run.get().id()
              + ", and the program ended before the step did. Nobody can tell from here whether it"
              + " happened: look at what it writes to, and then say what to do.");
    }
  }
}
