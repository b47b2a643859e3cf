package io.concertmaster.form.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.forms.FormAudit;
import io.concertmaster.model.form.Form;
import io.concertmaster.node.data.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class CheckListTest {
  private static final List<String> ALL =
      List.of(
          "Every field has a label of its own",
          "Every choice has words",
          "Headings are in order",
          "The accent colour can be read",
          "Every language has all texts");

  private static List<String> ticks(UnaryOperator<String> change) {
    Form form =
        Form.empty("a", "A", "en")
            .withSchema(
                Json.parseObject(
                    change.apply(
                        """
                        {"type": "object", "properties": {"a": {"type": "string", "title": "Name"},
                        "b": {"oneOf": [{"const": "x", "title": "X"}], "title": "Way"}}}
                        """)))
            .withUi(
                Json.parseObject(
                    change.apply(
                        """
                        {"type": "Group", "label": "More", "elements": [{"type": "Control", "scope": "#/properties/a"},
                        {"type": "Control", "scope": "#/properties/b"}]}
                        """)))
            .withTexts(
                Json.parseObject(
                    change.apply(
                        "{\"en\": {}, \"de\": {\"form.title\": \"A\", \"ui.label\": \"Mehr\", \"a.label\": \"N\","
                            + " \"b.label\": \"W\", \"b.x\": \"X\"}}")))
            .withTheme(Json.parseObject(change.apply("{\"accent\": \"#2B6CB0\"}")));
    return WaitForAsyncUtils.waitForAsyncFx(
        60_000,
        () -> {
          CheckList list = new CheckList(new Building(new OwnDesk(form)));
          list.show(FormAudit.of(form));
          return list.lookupAll(".good").stream().map(each -> ((Label) each).getText()).toList();
        });
  }

  @Test
  void aGoodFormHasAllTicks() {
    assertThat(ticks(each -> each)).containsExactlyInAnyOrderElementsOf(ALL);
  }

  @ParameterizedTest
  @CsvSource({
    "\"Way\", \"name\", 0",
    "\"Way\", \"\", 0",
    "\"title\": \"X\", \"title\": \"\", 1",
    "\"More\", \"\", 2",
    "#2B6CB0, #FFEE00, 3",
    "\"b.x\", \"b.y\", 4"
  })
  void whatIsWrongHasNoTick(String good, String bad, int tick) {
    List<String> left = new ArrayList<>(ALL);
    left.remove(tick);
    assertThat(ticks(each -> each.replace(good, bad))).containsExactlyInAnyOrderElementsOf(left);
  }

  @Test
  void whatAFieldIsCalledTakesNoTick() {
    assertThat(
            ticks(each ->
                each.replace("\"Name\"", "\"choice of heading, accent, label\"")
                    .replace("\"a.label\"", "\"a.other\"")))
        .containsExactlyInAnyOrderElementsOf(ALL.subList(0, 4));
  }
}
