package io.concertmaster.model.form.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concertmaster.model.form.ElementPath;
import io.concertmaster.model.form.Form;
import io.concertmaster.model.form.FormElement.Field;
import io.concertmaster.model.form.FormLayout;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whose texts are whose: a field that is renamed, moved or deleted takes its own, and no others.
 */
class FieldKeysTest {
  private static final ElementPath FORM = path(0, 0);
  private static final ElementPath TOWN = path(0, 1);
  private static final ElementPath ROWS = path(0, 2);
  private static final ElementPath DETAIL = ROWS.child(ElementPath.DETAIL);

  /** As an older version could leave one: a field has the key of the form's texts. */
  private static Form form() {
    return Form.empty("a", "A", "en")
        .withSchema(
            Json.parseObject(
                """
                {"type": "object", "properties": {"form": {"type": "string"}, "town": {"type": "string"},
                "rows": {"type": "array", "items": {"type": "object", "properties": {"n": {"type": "string"}}}}}}
                """))
        .withUi(
            Json.parseObject(
                """
                {"type": "Categorization", "elements": [
                {"type": "Category", "i18n": "page", "elements": [
                {"type": "Control", "scope": "#/properties/form"}, {"type": "Control", "scope": "#/properties/town"},
                {"type": "Control", "scope": "#/properties/rows"}]},
                {"type": "Category", "i18n": "order", "elements": [
                {"type": "Group", "i18n": "more.part", "elements": []},
                {"type": "Label", "i18n": "town2"}]}]}
                """))
        .withTexts(
            Json.parseObject(
                """
                {"en": {"form.title": "T", "form.description": "D", "form.submit": "S", "form.thanks": "Th",
                "form.thanks.title": "Tt", "form.label": "Form", "town.label": "Town", "rows.label": "Rows",
                "rows.n.label": "N", "page.label": "One", "order.label": "Two", "more.part.label": "More",
                "town2.text": "Words", "left.text": "Nobody's"},
                "de": {"form.title": "T-de", "order.label": "Zwei", "town.label": "Stadt", "alt.label": "Alt"}}
                """));
  }

  private static ElementPath path(Integer... steps) {
    return new ElementPath(List.of(steps));
  }

  private static JsonObject texts(Form form) {
    return (JsonObject) form.texts().get("en");
  }

  private static Field field(Form form, ElementPath at) {
    return (Field) FormLayout.of(form).element(at).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"form", "order", "page", "more", "left", "town2", "alt"})
  void aKeyUnderWhichOthersHaveTheirTextsIsRefused(String name) {
    Form without = new RemoveElement(FORM).apply(form());

    assertThatThrownBy(() -> new RenameField(FORM, name).apply(without)) // the field of the town
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("“" + name + "”")
        .hasMessageContaining("choose another");
  }

  @Test
  void inAnEntryAKeyMayBeThatOfAPageForTheGroupStandsBeforeIt() {
    Form renamed = new RenameField(DETAIL.child(0), "order").apply(form());

    assertThat(texts(renamed))
        .containsEntry("rows.order.label", "N")
        .containsEntry("order.label", "Two");
    assertThat(texts(new RenameField(DETAIL.child(0), "form").apply(form())))
        .containsEntry("rows.form.label", "N");
  }

  @Test
  void aFieldOfTheKeyFormLeavesTheFormsTextsWhereTheyAre() {
    Form renamed = new RenameField(FORM, "paper").apply(form());
    assertThat(texts(renamed))
        .containsEntry("form.title", "T")
        .containsEntry("form.description", "D")
        .containsEntry("form.submit", "S")
        .containsEntry("form.thanks", "Th")
        .containsEntry("form.thanks.title", "Tt")
        .containsEntry("paper.label", "Form")
        .doesNotContainKeys("form.label", "paper.title");

    Form without = new RemoveElement(FORM).apply(form());
    assertThat(texts(without)).containsEntry("form.title", "T").doesNotContainKey("form.label");
    assertThat((JsonObject) without.texts().get("de")).containsEntry("form.title", "T-de");

    Form moved = new MoveElement(FORM, DETAIL, 0).apply(form());
    assertThat(texts(moved))
        .containsEntry("form.title", "T")
        .containsEntry("rows.form.label", "Form")
        .doesNotContainKeys("form.label", "rows.form.title");

    Form doubled = new DuplicateElement(FORM).apply(form());
    assertThat(texts(doubled))
        .containsEntry("form2.label", "Form")
        .doesNotContainKeys("form2.title");
  }

  @Test
  void textsThatAPageOfTheSameKeyShowsStayWithIt() {
    Form shared =
        form().withUi(Json.parseObject(Json.write(form().ui()).replace("\"page\"", "\"town\"")));
    assertThat(texts(new RenameField(TOWN, "city").apply(shared)))
        .containsEntry("town.label", "Town")
        .containsEntry("city.label", "Town");
    assertThat(texts(new MoveElement(TOWN, DETAIL, 0).apply(shared)))
        .containsEntry("town.label", "Town")
        .containsEntry("rows.town.label", "Town");
    assertThat(texts(new RemoveElement(TOWN).apply(shared))).containsEntry("town.label", "Town");
  }

  @Test
  void whatComesNewWritesOverNoTexts() {
    Form doubled = new DuplicateElement(TOWN).apply(form());
    assertThat(field(doubled, path(0, 2)).key()).isEqualTo("town3");
    assertThat(texts(doubled)).containsEntry("town2.text", "Words");
  }

  @Test
  void aFieldThatLeavesAGroupGetsAKeyThatIsFree() {
    Form inner = new RenameField(DETAIL.child(0), "order").apply(form());
    MoveElement out = new MoveElement(DETAIL.child(0), path(0), 0);
    Form moved = out.apply(inner);

    assertThat(field(moved, out.to()).key()).isEqualTo("order2");
    assertThat(texts(moved))
        .containsEntry("order.label", "Two")
        .containsEntry("order2.label", "N")
        .doesNotContainKey("rows.order.label");
    Form named = new RenameField(DETAIL.child(0), "form").apply(form());
    assertThat(field(new MoveElement(DETAIL.child(0), path(1), 0).apply(named), path(1, 0)).key())
        .isEqualTo("form2");
  }

  @Test
  void aFieldThatIsAddedBesideTextsOfItsKeyGetsAnother() {
    Form worded = new SetText(java.util.Optional.empty(), "email.text", "en", "Hers").apply(form());
    Form added = new AddElement(path(0), 0, Part.EMAIL).apply(worded);

    assertThat(field(added, path(0, 0)).key()).isEqualTo("email2");
    assertThat(texts(added)).containsEntry("email.text", "Hers");
  }

  @Test
  void aFieldWithANameOfItsOwnForItsTextsKeepsThem() {
    String scope = "\"scope\":\"#/properties/form\"";
    Form named =
        form()
            .withUi(
                Json.parseObject(
                    Json.write(form().ui()).replace(scope, scope + ",\"i18n\":\"x\"")));
    Form renamed = new RenameField(FORM, "order").apply(named);

    assertThat(field(renamed, FORM).scope().last()).isEqualTo("order");
    assertThat(field(renamed, FORM).key()).isEqualTo("x");
    assertThat(texts(renamed)).isEqualTo(texts(named));
  }

  @Test
  void headingsWithinHeadingsWithoutKeysKeepTheirTexts() {
    Form nested =
        form()
            .withUi(
                Json.parseObject(
                    """
                    {"type": "VerticalLayout", "elements": [{"type": "Group", "elements": [
                    {"type": "Group", "elements": [{"type": "Control", "scope": "#/properties/town"}]}]}]}
                    """))
            .withTexts(
                Json.parseObject(
                    """
                    {"en": {"ui.elements[0].label": "Outer", "ui.elements[0].elements[0].label": "Inner"}}
                    """));
    Form renamed = new RenameField(path(0, 0, 0), "city").apply(nested);

    assertThat(texts(renamed))
        .containsEntry("part.label", "Outer")
        .containsEntry("part-2.label", "Inner")
        .hasSize(2);
  }
}
