package io.concertmaster.form.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.model.form.ElementPath;
import io.concertmaster.model.form.Form;
import io.concertmaster.model.form.FormElement;
import io.concertmaster.model.form.FormElement.Field;
import io.concertmaster.model.form.FormLayout;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class KeyMovesTest {
  /** Lines: a field by its name; sections, columns and groups with what stands in them. */
  private static String told(FormElement element) {
    String within =
        element.elements().stream().map(KeyMovesTest::told).collect(Collectors.joining(" "));
    return switch (element) {
      case Field field when field.detail().isPresent() ->
          field.key() + "[" + told(field.detail().get()) + "]";
      case Field field -> field.scope().last();
      case FormElement.Section _ -> "section(" + within + ")";
      case FormElement.Columns _ -> "columns(" + within + ")";
      case FormElement.Page _ -> "page(" + within + ")";
      default -> within;
    };
  }

  private final OwnDesk desk =
      new OwnDesk(
          Form.empty("moves", "Moves", "en")
              .withSchema(
                  Json.parseObject(
                      """
                      {"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "string"}, "c": {"type": "string"},
                      "d": {"type": "string"}, "rows": {"type": "array", "items": {"type": "object", "properties": {"r": {"type": "string"}}}}}}
                      """))
              .withUi(
                  Json.parseObject(
                      """
                      {"type": "VerticalLayout", "elements": [
                        {"type": "Control", "scope": "#/properties/a"},
                        {"type": "Group", "label": "S", "i18n": "s", "elements": [
                          {"type": "HorizontalLayout", "elements": [{"type": "Control", "scope": "#/properties/b"}]}]},
                        {"type": "Control", "scope": "#/properties/c"},
                        {"type": "Control", "scope": "#/properties/d"},
                        {"type": "Control", "scope": "#/properties/rows", "options": {"detail": {"type": "VerticalLayout",
                          "elements": [{"type": "Control", "scope": "#/properties/r"}]}}}]}
                      """))
              .withTexts(JsonObject.empty()));
  private final Building building = new Building(desk);
  private final KeyMoves moves = new KeyMoves(building);

  private String told() {
    return told(FormLayout.of(desk.form().get()).root());
  }

  private void choose(Integer... steps) {
    building.choose(new ElementPath(List.of(steps)));
  }

  private String chosen() {
    return told(building.element().orElseThrow());
  }

  @Test
  void anElementGoesIntoWhatStandsBeforeItDeeperAndOutAgain() {
    assertThat(told()).isEqualTo("a section(columns(b)) c d rows[r]");
    choose(2);
    moves.in();
    assertThat(told()).isEqualTo("a section(columns(b) c) d rows[r]");
    moves.in();
    assertThat(told()).isEqualTo("a section(columns(b c)) d rows[r]");
    assertThat(chosen()).isEqualTo("c");
    moves.out();
    moves.out();
    assertThat(told()).isEqualTo("a section(columns(b)) c d rows[r]");
    assertThat(chosen()).isEqualTo("c");
    assertThat(desk.history.labels()).hasSize(4).containsOnly("Move");
    desk.undo();
    desk.undo();
    assertThat(told()).isEqualTo("a section(columns(b c)) d rows[r]");
  }

  @Test
  void whereNothingStandsBeforeItAnElementGoesIntoWhatIsBehind() {
    choose(0);
    moves.in();
    assertThat(told()).isEqualTo("section(a columns(b)) c d rows[r]");
    assertThat(chosen()).isEqualTo("a");
  }

  @Test
  void anElementGoesIntoARepeatableGroupAndOutOfIt() {
    choose(3);
    moves.in();
    assertThat(told()).isEqualTo("a section(columns(b)) c rows[d r]");
    assertThat(chosen()).isEqualTo("d");
    moves.step(-1);
    assertThat(told())
        .as("up and down stay in the group")
        .isEqualTo("a section(columns(b)) c rows[d r]");
    moves.out();
    assertThat(told()).isEqualTo("a section(columns(b)) c rows[r] d");
    assertThat(chosen()).isEqualTo("d");
  }

  @Test
  void aGroupMayStandInASectionAndNothingInItself() {
    choose(1, 0);
    moves.out();
    assertThat(told()).isEqualTo("a section() columns(b) c d rows[r]");
    moves.in();
    assertThat(told()).isEqualTo("a section(columns(b)) c d rows[r]");
    assertThat(chosen()).isEqualTo("columns(b)");
  }

  @Test
  void whereItCannotGoItIsSaidAndNothingMoves() {
    choose(2);
    moves.out();
    assertThat(building.refused().get()).isEqualTo("It stands in no section, columns or group");
    choose(1, 0, 0);
    moves.in();
    assertThat(building.refused().get()).startsWith("No section, columns or group stands");
    assertThat(told()).isEqualTo("a section(columns(b)) c d rows[r]");
    assertThat(desk.history.labels()).isEmpty();
    choose(2);
    moves.in();
    assertThat(building.refused().get()).isEmpty();
  }
}
