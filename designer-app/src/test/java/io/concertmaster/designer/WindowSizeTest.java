package io.concertmaster.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.canvas.geometry.Viewport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What a window of another size, a small one above all, shows of its areas. */
@ExtendWith(ApplicationExtension.class)
class WindowSizeTest {
  private OpenWindow window;

  @Start
  void start(Stage unused) throws Exception {
    window = new OpenWindow(Files.createTempDirectory("designer-home"));
    String root = System.getProperty("concertmaster.root", "..");
    window.bench().files().open(Path.of(root, "docs/examples/airports.workflow.json"));
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void theWholeWorkflowStaysInSightUntilSomebodyMovesTheView() {
    size(1400, 900);
    size(920, 600);
    OpenWindow.until("all of it is in sight", this::isWhole);
    window.run("view.zoomIn");
    window.run("view.zoomIn");
    Viewport mine = OpenWindow.fx(() -> window.canvas().viewport());
    size(1200, 700);
    assertThat(OpenWindow.fx(() -> window.canvas().viewport())).isEqualTo(mine);
  }

  @Test
  void aSmallWindowCutsNeitherTheHeadOfTheDataNorTheKeysOfTheSearch() {
    OpenWindow.fx(() -> {
      window.document().selectedNode().set(Optional.of("summarize"));
      return true;
    });
    OpenWindow.settle();
    Bounds pane = bounds(".data-pane");
    Bounds views = bounds(".data-header .segments");
    assertThat(views.getMaxX()).isLessThanOrEqualTo(pane.getMaxX());
    Bounds title = bounds(".data-title");
    assertThat(title.getMinX()).isGreaterThanOrEqualTo(pane.getMinX());
    assertThat(title.getMaxX()).isLessThanOrEqualTo(views.getMinX());
    assertThat(title.getWidth()).isGreaterThan(60);
    Label keys = (Label) window.bench().root().lookup(".search-line .keys");
    assertThat(keys.getWidth()).isGreaterThanOrEqualTo(OpenWindow.fx(() -> keys.prefWidth(-1)));
  }

  @Test
  void tabsAreCutOnlyWhereTheSearchFieldHasNoRoomLeftToGive() {
    size(1300, 800);
    window.run("file.new");
    window.run("file.newForm");
    assertThat(cut()).isEmpty();
    window.run("file.new");
    size(960, 700);
    assertThat(cut()).isNotEmpty();
    assertThat(bounds(".deploy-button").getMaxX()).isLessThanOrEqualTo(960);
    assertThat(bounds(".command-field").getWidth()).isLessThan(100);
    size(1400, 800);
    assertThat(cut()).isEmpty();
  }

  /** The names of tabs that are not seen whole. */
  private List<String> cut() {
    OpenWindow.settle();
    return OpenWindow.fx(() ->
        window.bench().root().lookupAll(".document-tab .label").stream()
            .map(Label.class::cast)
            .filter(each -> each.getWidth() + 0.5 < each.prefWidth(-1))
            .map(Label::getText)
            .toList());
  }

  private Bounds bounds(String query) {
    return OpenWindow.fx(() -> {
      Node node = window.bench().root().lookup(query);
      return node.localToScene(node.getLayoutBounds());
    });
  }

  private boolean isWhole() {
    Rectangle2D seen = window.canvas().visibleArea();
    return window.workflow().layout().values().stream()
        .allMatch(place -> seen.contains(place.x(), place.y()));
  }

  private void size(double width, double height) {
    OpenWindow.fx(() -> {
      window.main.stage().setWidth(width);
      window.main.stage().setHeight(height);
      return true;
    });
    OpenWindow.settle();
    OpenWindow.fx(() -> {
      window.main.stage().getScene().getRoot().layout();
      return true;
    });
  }
}
