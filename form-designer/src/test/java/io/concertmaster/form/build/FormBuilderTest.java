package io.concertmaster.form.build;

import static io.concertmaster.form.build.BuilderWindow.complaints;
import static io.concertmaster.form.build.BuilderWindow.field;
import static io.concertmaster.form.build.BuilderWindow.fx;
import static io.concertmaster.form.build.BuilderWindow.order;
import static io.concertmaster.form.build.BuilderWindow.part;
import static io.concertmaster.form.build.BuilderWindow.segment;
import static io.concertmaster.form.build.BuilderWindow.shown;
import static io.concertmaster.form.build.BuilderWindow.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.form.build.FormBuilder.View;
import io.concertmaster.model.form.ElementPath;
import io.concertmaster.model.form.Form;
import io.concertmaster.model.form.FormElement;
import io.concertmaster.model.form.FormElement.Field;
import io.concertmaster.model.form.FormLayout;
import io.concertmaster.model.form.FormTexts;
import io.concertmaster.model.form.PlainCondition;
import io.concertmaster.model.form.PlainCondition.Comparison;
import io.concertmaster.model.form.Requirement;
import io.concertmaster.model.form.Scope;
import io.concertmaster.model.form.edit.Part;
import io.concertmaster.model.form.edit.RemoveElement;
import io.concertmaster.model.form.edit.SetRequirements;
import io.concertmaster.model.io.FormFiles;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class FormBuilderTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"type\": \"Control\", \"scope\": \"#/properties/a\"}",
        "{\"type\": \"Accordion\"}",
        "{\"type\": \"HorizontalLayout\", \"elements\": []}",
        "{\"type\": \"Categorization\", \"elements\": []}",
        "{\"type\": \"Categorization\", \"elements\": [{\"type\": \"Control\", \"scope\": \"#/properties/a\"}]}",
        "{\"type\": \"VerticalLayout\", \"elements\": [7, {\"type\": \"Control\"}, {\"type\": \"Control\", \"scope\": \"#/properties/z\"}]}",
        "{\"type\": \"VerticalLayout\", \"elements\": [{\"type\": \"Control\", \"scope\": \"#/properties/rows\"}]}",
        "{\"type\": \"VerticalLayout\", \"elements\": [{\"type\": \"Group\", \"elements\": [{\"type\": \"Label\", \"text\": \"\"}], \"rule\": {}}]}",
        "{\"type\": \"VerticalLayout\", \"elements\": [{\"type\": \"Control\", \"scope\": \"#/properties/a\", \"rule\": {\"effect\": \"SHOW\", \"condition\": {\"scope\": \"#/properties/rows\", \"schema\": {\"minItems\": 2}}}}]}",
      })
  void everyFormThatCanBeReadIsShownInEveryView(String ui) {
    Form form =
        Form.empty("odd", "Odd", "en")
            .withSchema(
                Json.parseObject(
                    """
                    {"type": "object", "properties": {"a": {"enum": [1, null, true]}, "b": {}, "rows": {"type": "array",
                    "items": {"type": "object", "properties": {"rows": {"type": "array", "items": {"type": "object"}}}}}}}
                    """))
            .withUi(Json.parseObject(ui))
            .withTexts(JsonObject.empty());
    OwnDesk desk = new OwnDesk(form);
    FormBuilder builder = shown(desk);

    for (View view : View.values()) {
      segment(builder, "#form-views", List.of(View.values()).indexOf(view));
    }
    segment(builder, "#form-views", 0);
    List<FormElement> all = new ArrayList<>();
    collect(FormLayout.of(form).root(), all);
    for (FormElement element : all) {
      if (element instanceof Field field) {
        boolean found = fx(() -> builder.choose(field.key()));
        assertThat(found).isTrue();
        Stream.of(1, 2, 0).forEach(tab -> segment(builder, "#property-tabs", tab));
      }
    }
    boolean added =
        fx(() -> {
          builder.add(Part.PAGE);
          builder.add(Part.TEXT);
          return true;
        });
    assertThat(added).isTrue();
    assertThat(FormLayout.of(desk.form().get()).fields())
        .as("the text is added, on a page of its own")
        .anyMatch(each -> each.label().equals("Text"));
  }

  private static void collect(FormElement element, List<FormElement> all) {
    all.add(element);
    element.elements().forEach(each -> collect(each, all));
  }

  @Test
  void settingsOfAFieldAreWrittenAsTheyAreTypedAndTypingIsOneStep() throws Exception {
    OwnDesk desk = new OwnDesk(order());
    FormBuilder builder = shown(desk);
    fx(() -> builder.choose("company"));
    write(builder, "property-label", "F");
    write(builder, "property-label", "Firm");
    write(builder, "property-maxLength", "5");
    write(builder, "property-pattern", "^[A-Z]+$");
    CheckBox required = part(builder, "property-required", CheckBox.class);
    fx(() -> {
      required.fire();
      return true;
    });

    Field company = field(desk, "company");
    assertThat(company.limit("maxLength")).contains(5L);
    assertThat(company.schema().get("pattern")).isEqualTo("^[A-Z]+$");
    assertThat(company.required()).isFalse();
    assertThat(desk.history.labels())
        .containsExactly("Make optional", "Change pattern", "Change maxLength", "Change text");
  }

  @Test
  void choicesAreAddedSaidAndTakenOut() throws Exception {
    OwnDesk desk = new OwnDesk(order());
    FormBuilder builder = shown(desk);
    fx(() -> builder.choose("delivery"));
    Button add = part(builder, "choice-add", Button.class);
    fx(() -> {
      add.fire();
      return true;
    });
    write(builder, "choice-words-2", "Not yet known");
    write(builder, "choice-value-2", "later");
    assertThat(field(desk, "delivery").choices())
        .extracting(each -> each.word())
        .containsExactly("collect", "ship", "later");
    assertThat(FormFiles.write(desk.form().get()))
        .contains("\"delivery.later\": \"Not yet known\"");
    write(builder, "choice-value-2", "ship");
    assertThat(complaints(builder)).hasSize(1).first().asString().contains("is there twice");
  }

  @Test
  void aChoiceThatIsAddedToNumbersIsANumber() {
    Form sizes =
        Form.empty("a", "A", "en")
            .withSchema(
                Json.parseObject(
                    "{\"type\": \"object\", \"properties\": {\"size\": {\"type\": \"integer\", \"enum\": [10]}}}"))
            .withUi(JsonObject.empty());
    OwnDesk desk = new OwnDesk(sizes);
    FormBuilder builder = shown(desk);
    fx(() -> builder.choose("size"));
    fire(part(builder, "choice-add", Button.class));

    assertThat(field(desk, "size").choices())
        .extracting(each -> each.value())
        .containsExactly(10L, 11L);
    assertThat(FormFiles.write(desk.form().get())).contains("\"size.11\": \"11\"");
  }

  @Test
  void aLanguageThatIsAddedIsInSightHoweverItIsWritten() throws Exception {
    OwnDesk desk = new OwnDesk(order());
    FormBuilder builder = shown(desk);
    write(builder, "language-tag", "FR");
    fire(part(builder, "language-add", Button.class));

    assertThat(FormTexts.languages(desk.form().get())).containsExactly("en", "de", "fr");
    ComboBox<?> language = part(builder, "form-language", ComboBox.class);
    assertThat(fx(language::getValue)).isEqualTo("fr");
  }

  private static void fire(Button button) {
    boolean done =
        fx(() -> {
          button.fire();
          return true;
        });
    assert done;
  }

  @Test
  void whatMustBeFilledInIsMarkedInTheLanguageInSight() throws Exception {
    FormBuilder builder = shown(new OwnDesk(order()));
    ComboBox<?> language = part(builder, "form-language", ComboBox.class);
    assertThat(marks(builder)).isNotEmpty().containsOnly("required");
    fx(() -> {
      language.getSelectionModel().select(1);
      return true;
    });
    assertThat(marks(builder)).hasSizeGreaterThan(4).containsOnly("Pflichtfeld");
  }

  private static List<String> marks(FormBuilder builder) {
    return fx(() ->
        builder.lookupAll(".build-sheet .label").stream()
            .map(each -> ((Label) each).getText())
            .filter(each -> each.equals("required") || each.equals("Pflichtfeld"))
            .toList());
  }

  @Test
  void aRequirementIsMadeWithPickers() throws Exception {
    OwnDesk desk = new OwnDesk(order());
    FormBuilder builder = shown(desk);
    fx(() -> builder.choose("remarks"));
    segment(builder, "#property-tabs", 1);
    MenuButton add = part(builder, "rule-add", MenuButton.class);
    fx(() -> {
      add.getItems().stream()
          .filter(each -> "rule-REQUIRE".equals(each.getId()))
          .findFirst()
          .orElseThrow()
          .fire();
      return true;
    });
    ComboBox<?> asked = part(builder, "rule-field-0", ComboBox.class);
    fx(() -> {
      asked
          .getSelectionModel()
          .select(
              asked.getItems().stream()
                  .map(each -> ((Field) each).key())
                  .toList()
                  .indexOf("delivery"));
      return true;
    });

    List<Requirement> all = Requirement.of(desk.form().get().schema());
    assertThat(all).hasSize(2);
    assertThat(all.get(1).field().last()).isEqualTo("remarks");
    assertThat(all.get(1).when().toString()).contains("delivery").contains("collect");
    fx(() -> builder.choose("remarks"));
    assertThat(
            fx(() ->
                builder.lookupAll(".sign").stream().map(each -> ((Label) each).getText()).toList()))
        .contains("required when Delivery is We collect it");
  }

  @Test
  void aRequirementInAGroupAsksForFieldsOfTheSameEntryOnly() throws Exception {
    ElementPath price = new ElementPath(List.of(0, 3, ElementPath.DETAIL, 2));
    Requirement when =
        new Requirement(
            Scope.ROOT.field("price"),
            new PlainCondition(Scope.ROOT.field("article"), Comparison.IS, "x").fits());
    OwnDesk desk = new OwnDesk(new SetRequirements(price, List.of(when)).apply(order()));
    FormBuilder builder = shown(desk);
    fx(() -> builder.choose("items.price"));
    segment(builder, "#property-tabs", 1);
    ComboBox<?> asked = part(builder, "rule-field-0", ComboBox.class);

    assertThat(fx(() -> List.copyOf(asked.getItems())))
        .extracting(each -> ((Field) each).key())
        .containsExactly("items.article", "items.quantity");
  }

  @Test
  void aRuleThatCannotBeMendedHereIsShownThoughNoFieldCanBeAsked() {
    Form alone =
        Form.empty("a", "A", "en")
            .withSchema(
                Json.parseObject(
                    """
                    {"type": "object", "properties": {"rows": {"type": "array", "items": {"type": "object",
                    "properties": {"a": {"type": "string"}}, "allOf": [{"if": {"properties": {"b": {}}, "required": ["b"]},
                    "then": {"required": ["a"]}}]}}, "none": {"enum": []}}}
                    """))
            .withUi(JsonObject.empty());
    FormBuilder builder = shown(new OwnDesk(alone));
    fx(() -> builder.choose("rows.a"));
    segment(builder, "#property-tabs", 1);
    assertThat(fx(() -> part(builder, "rule-and", Button.class).isDisabled())).isTrue();
  }

  @Test
  void whatIsChosenIsForgottenWhenItGoes() throws Exception {
    OwnDesk desk = new OwnDesk(order());
    FormBuilder builder = shown(desk);
    fx(() -> builder.choose("terms"));
    assertThat(fx(() -> builder.hasChosen().get())).isTrue();
    fx(() -> {
      desk.apply(new RemoveElement(new ElementPath(List.of(1))));
      return true;
    });
    assertThat(fx(() -> builder.hasChosen().get())).isFalse();
    fx(() -> {
      desk.undo();
      return true;
    });
    assertThat(fx(() -> builder.choose("terms"))).isTrue();
  }
}
