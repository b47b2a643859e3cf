package io.concertmaster.form.build;

import static io.concertmaster.form.build.BuilderWindow.fx;
import static io.concertmaster.form.build.BuilderWindow.order;
import static io.concertmaster.form.build.BuilderWindow.part;
import static io.concertmaster.form.build.BuilderWindow.shown;
import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.model.form.edit.Part;
import io.concertmaster.model.form.edit.SetText;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.ApplicationExtension;

/** Where the parts of the builder stand, with long names and in little room. */
@ExtendWith(ApplicationExtension.class)
class BuilderLayoutTest {
  private static final String LONG = "What we have to know of you ".repeat(12).strip();

  private static Bounds bounds(Node node) {
    return fx(() -> node.localToScene(node.getLayoutBounds()));
  }

  private static Bounds bounds(FormBuilder builder, String query) {
    Node node =
        fx(() -> {
          builder.applyCss();
          builder.layout();
          return builder.lookup(query);
        });
    return bounds(node);
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "\n"})
  void aLongHeadingOfAPageLeavesTheFormWhereItIs(String between) throws Exception {
    OwnDesk desk = new OwnDesk(order());
    desk.apply(SetText.ofKey("order.label", "en", LONG.replace(" ", between)));
    FormBuilder builder = shown(desk);
    Bounds scroll = bounds(builder, ".canvas-scroll");
    Bounds sheet = bounds(builder, ".build-sheet");
    assertThat(scroll.getMaxX()).isLessThanOrEqualTo(bounds(builder, ".property-panel").getMinX());
    assertThat(sheet.getMinX()).isBetween(scroll.getMinX(), scroll.getMaxX());
    assertThat(sheet.getMaxX()).isLessThanOrEqualTo(scroll.getMaxX());
    assertThat(bounds(builder, ".page-bar").getHeight()).isLessThan(110);
  }

  @Test
  void manyPagesLeaveRoomForTheForm() throws Exception {
    OwnDesk desk = new OwnDesk(order());
    FormBuilder builder = shown(desk, 960, 520);
    fx(() -> {
      for (int i = 0; i < 40; i++) {
        builder.add(Part.PAGE);
      }
      return true;
    });
    assertThat(bounds(builder, ".canvas-scroll").getHeight()).isGreaterThan(250);
    Bounds bar = bounds(builder, ".page-scroll");
    Bounds now = bounds(builder, ".page-pill:selected");
    assertThat(now.getMinY()).as("the page in sight").isGreaterThanOrEqualTo(bar.getMinY());
    assertThat(now.getMaxY()).isLessThanOrEqualTo(bar.getMaxY() + 1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {900, 960, 1200})
  void theLanguagesStandWhollyInTheWindow(double width) throws Exception {
    FormBuilder builder = shown(new OwnDesk(order()), width, 520);
    Bounds views = bounds(part(builder, "form-views", Node.class));
    Bounds language = bounds(part(builder, "form-language", Node.class));
    Bounds panel = bounds(builder, ".property-panel");
    assertThat(language.getMinX()).isGreaterThanOrEqualTo(views.getMaxX());
    assertThat(language.getMaxX()).isLessThanOrEqualTo(panel.getMinX());
    assertThat(language.getWidth()).isGreaterThan(90);
    assertThat(panel.getMaxX()).isLessThanOrEqualTo(width + 1);
    assertThat(cut(builder, "#form-views .segment")).isEmpty();
  }

  /** Words that are not seen whole. */
  private static List<String> cut(FormBuilder builder, String query) {
    return fx(() ->
        builder.lookupAll(query).stream()
            .map(each -> (javafx.scene.control.Labeled) each)
            .filter(each -> each.getWidth() + 0.5 < each.prefWidth(-1))
            .map(javafx.scene.control.Labeled::getText)
            .toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"VAT", "VAT number of the company", "VAT number of the company that pays for it"})
  void theSignsOfAFieldStandBesideItsLabelOrAboveItAndNeverOverIt(String label) throws Exception {
    OwnDesk desk = new OwnDesk(order());
    desk.apply(SetText.ofKey("vat.label", "en", label));
    desk.apply(SetText.ofKey("items.label", "en", label));
    FormBuilder builder = shown(desk);
    for (String field : List.of("vat", "items")) {
      fx(() -> builder.choose(field));
      Node card = fx(() -> builder.lookup(".element-card:chosen"));
      Label name =
          fx(() ->
              card.lookupAll(".label").stream()
                  .map(each -> (Label) each)
                  .filter(each -> each.getText().equals(label))
                  .findFirst()
                  .orElseThrow());
      Bounds words = bounds(fx(() -> name.lookup(".text")));
      Bounds sign = bounds(fx(() -> card.lookup(".sign")));
      assertThat(words.intersects(sign)).as(field + ": " + words + " and " + sign).isFalse();
      assertThat(sign.getWidth()).isGreaterThan(60);
      if (label.equals("VAT")) {
        assertThat(sign.getMinY()).as("one line").isLessThan(words.getMaxY());
      }
    }
  }
}
