package io.concertmaster.model.form.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concertmaster.model.form.Choice;
import io.concertmaster.model.form.ElementPath;
import io.concertmaster.model.form.FieldKind;
import io.concertmaster.model.form.Form;
import io.concertmaster.model.form.FormElement.Field;
import io.concertmaster.model.form.FormElement.Pages;
import io.concertmaster.model.form.FormLayout;
import io.concertmaster.model.form.FormTexts;
import io.concertmaster.model.form.PlainCondition;
import io.concertmaster.model.form.PlainCondition.Comparison;
import io.concertmaster.model.form.Requirement;
import io.concertmaster.model.form.Scope;
import io.concertmaster.model.io.FormFiles;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormEditsTest {
  private static final ElementPath ITEMS = path(0, 3);
  private static final ElementPath DETAIL = ITEMS.child(ElementPath.DETAIL);
  private static final ElementPath DELIVERY = path(1, 0);
  private static final ElementPath ADDRESS = path(1, 1);
  private static final ElementPath PAYMENT = path(1, 3);
  private static final ElementPath VAT = path(1, 4);
  private Form order;

  @BeforeEach
  void read() throws Exception {
    order =
        FormFiles.read(
            Path.of(
                System.getProperty("concertmaster.root", ".."), "docs/examples/order.form.json"));
  }

  static ElementPath path(Integer... steps) {
    return new ElementPath(List.of(steps));
  }

  private static Field field(Form form, ElementPath at) {
    return (Field) FormLayout.of(form).element(at).orElseThrow();
  }

  private static JsonObject properties(Form form) {
    return (JsonObject) form.schema().get("properties");
  }

  private static JsonObject texts(Form form, String language) {
    return (JsonObject) form.texts().get(language);
  }

  @ParameterizedTest
  @EnumSource(Part.class)
  void whatIsAddedIsReadWithoutProblemsAndCanBeTakenOutAgain(Part part) {
    ElementPath parent = part == Part.PAGE ? ElementPath.ROOT : path(0);
    Form with = new AddElement(parent, 1, part).apply(order);

    assertThat(FormLayout.of(with).problems()).isEmpty();
    assertThat(with.ui()).isNotEqualTo(order.ui());
    if (part.isField()) {
      Field added = field(with, path(0, 1));
      assertThat(added.kind().name()).isEqualTo(part.name());
      assertThat(FormTexts.of(with, List.of("en")).label(added)).isEqualTo(part.label());
    }
    assertThat(FormFiles.write(new RemoveElement(parent.child(1)).apply(with)))
        .isEqualTo(FormFiles.write(order));
  }

  @Test
  void aPageInAFormWithoutPagesMakesTheRestTheFirstPage() {
    Form plain = new AddElement(ElementPath.ROOT, 0, Part.TEXT).apply(Form.empty("a", "A", "en"));
    Form paged = new AddElement(ElementPath.ROOT, 1, Part.PAGE).apply(plain);

    FormLayout layout = FormLayout.of(paged);
    assertThat(layout.root()).isInstanceOf(Pages.class);
    assertThat(layout.pages()).hasSize(2);
    assertThat(layout.pages().get(0).elements()).hasSize(1);
    assertThat(FormTexts.of(paged, List.of()).heading(layout.pages().get(1))).isEqualTo("Page 2");
  }

  @Test
  void withoutItsLastPageAFormIsOneWithoutPages() {
    Form bare = new RemoveElement(path(0)).apply(new RemoveElement(path(1)).apply(order));

    assertThat(properties(bare)).isEmpty();
    assertThat(FormLayout.of(new AddElement(ElementPath.ROOT, 0, Part.TEXT).apply(bare)).fields())
        .hasSize(1);
  }

  @Test
  void aFieldThatGoesTakesItsRulesRequirementsAndTexts() {
    Form without = new RemoveElement(DELIVERY).apply(order);

    assertThat(properties(without).containsKey("delivery")).isFalse();
    assertThat((JsonArray) without.schema().get("required")).doesNotContain("delivery");
    assertThat(field(without, path(1, 0)).rule()).isEmpty();
    assertThat(texts(without, "de").containsKey("delivery.ship")).isFalse();

    Form unpaid = new RemoveElement(PAYMENT).apply(order);
    assertThat(unpaid.schema().containsKey("allOf")).isFalse();
    assertThat(new RemoveElement(VAT).apply(order).schema().containsKey("allOf")).isFalse();
  }

  @Test
  void anObjectGoesWithItsLastField() {
    Form without = new RemoveElement(path(0, 2)).apply(order);

    assertThat(properties(without).containsKey("contact")).isFalse();
    assertThat((JsonArray) without.schema().get("required")).doesNotContain("contact");
    assertThat(texts(without, "en").keySet()).noneMatch(key -> key.startsWith("contact."));
  }

  @Test
  void aRenamedFieldIsFollowedByAllThatSpeaksOfIt() {
    Form renamed = new RenameField(DELIVERY, "way").apply(order);

    assertThat(properties(renamed).keySet())
        .containsSubsequence("items", "way", "address")
        .doesNotContain("delivery");
    assertThat(field(renamed, DELIVERY).scope()).isEqualTo(Scope.ROOT.field("way"));
    assertThat(PlainCondition.of(field(renamed, ADDRESS).rule().orElseThrow().condition()))
        .contains(new PlainCondition(Scope.ROOT.field("way"), Comparison.IS, "ship"));
    assertThat(texts(renamed, "de").get("way.ship")).isEqualTo("Bitte zusenden");
    Form paid = new RenameField(PAYMENT, "paid").apply(order);
    assertThat(Requirement.of(paid.schema()).getFirst().when())
        .isEqualTo(new PlainCondition(Scope.ROOT.field("paid"), Comparison.IS, "invoice").fits());
    assertThat(FormFiles.write(new RenameField(DELIVERY, "delivery").apply(renamed)))
        .isEqualTo(FormFiles.write(order));
  }

  @Test
  void aRenamedGroupKeepsItsFieldsTexts() {
    Form renamed = new RenameField(ITEMS, "lines").apply(order);

    assertThat(texts(renamed, "de").get("lines.article.label")).isEqualTo("Artikel");
    Form inner = new RenameField(DETAIL.child(1), "pieces").apply(renamed);
    assertThat(field(inner, DETAIL.child(1)).kind()).isEqualTo(FieldKind.INTEGER);
    assertThat(texts(inner, "de").get("lines.pieces.label")).isEqualTo("Menge");
  }

  @Test
  void aNameThatIsTakenOrNoneIsRefused() {
    assertThatThrownBy(() -> new RenameField(DELIVERY, "address").apply(order))
        .hasMessageContaining("another field");
    assertThatThrownBy(() -> new RenameField(DELIVERY, "a b").apply(order))
        .hasMessageContaining("letters, digits");
  }

  @Test
  void aCopyIsAFieldOfItsOwn() {
    Form doubled = new DuplicateElement(DELIVERY).apply(order);

    assertThat(field(doubled, path(1, 1)).scope()).isEqualTo(Scope.ROOT.field("delivery2"));
    assertThat(properties(doubled).keySet())
        .containsSubsequence("delivery", "delivery2", "address");
    assertThat((JsonArray) doubled.schema().get("required")).contains("delivery2");
    assertThat(texts(doubled, "de").get("delivery2.ship")).isEqualTo("Bitte zusenden");
    Form page = new DuplicateElement(path(1)).apply(order);
    assertThat(FormLayout.of(page).problems()).isEmpty();
    assertThat(PlainCondition.of(field(page, path(2, 1)).rule().orElseThrow().condition()))
        .map(PlainCondition::field)
        .contains(Scope.ROOT.field("delivery2"));
  }

  @Test
  void aCopyIsAskedForWhileItsOriginalIs() {
    Requirement vat = Requirement.of(order.schema()).getFirst();
    assertThat(Requirement.of(new DuplicateElement(VAT).apply(order).schema()))
        .containsExactly(vat, new Requirement(Scope.ROOT.field("vat2"), vat.when()));

    Form page = new DuplicateElement(path(1)).apply(order);
    assertThat(Requirement.of(page.schema()))
        .containsExactly(
            vat,
            new Requirement(
                Scope.ROOT.field("vat2"),
                new PlainCondition(Scope.ROOT.field("payment2"), Comparison.IS, "invoice").fits()));

    PlainCondition many =
        new PlainCondition(Scope.ROOT.field("quantity"), Comparison.MORE_THAN, 5L);
    Requirement price = new Requirement(Scope.ROOT.field("price"), many.fits());
    Form entries = new SetRequirements(DETAIL.child(2), List.of(price)).apply(order);
    Form more = new DuplicateElement(DETAIL.child(2)).apply(entries);
    assertThat(SetRequirements.of(more, FormLayout.of(more), DETAIL.child(2)))
        .containsExactly(price, new Requirement(Scope.ROOT.field("price2"), many.fits()));
  }

  @Test
  void anElementMovesBetweenPagesAndBack() {
    MoveElement away = new MoveElement(DELIVERY, path(0), 4);
    Form moved = away.apply(order);

    assertThat(field(moved, away.to()).scope().last()).isEqualTo("delivery");
    assertThat(FormFiles.write(new MoveElement(away.to(), path(1), 0).apply(moved)))
        .isEqualTo(FormFiles.write(order));
    MoveElement down = new MoveElement(ADDRESS, path(1), 4);
    assertThat(field(down.apply(order), down.to()).scope().last()).isEqualTo("address");
    assertThat(down.to()).isEqualTo(path(1, 3));
  }

  @Test
  void intoARepeatableGroupTheFieldGoesAlong() {
    MoveElement into = new MoveElement(VAT, DETAIL, 0);
    Form moved = into.apply(order);

    assertThat(properties(moved).containsKey("vat")).isFalse();
    assertThat(moved.schema().containsKey("allOf")).isFalse();
    assertThat(field(moved, into.to()).schema().get("pattern")).isNotNull();
    assertThat(texts(moved, "de").get("items.vat.label")).isEqualTo("USt-IdNr.");
    MoveElement back = new MoveElement(into.to(), path(1), 4);
    assertThat(field(back.apply(moved), VAT).scope()).isEqualTo(Scope.ROOT.field("vat"));
    assertThatThrownBy(() -> new MoveElement(ITEMS, DETAIL, 0).apply(order))
        .hasMessageContaining("cannot stand");
  }

  @Test
  void aChoiceThatIsRenamedIsFollowedByTextsAndRules() {
    Form renamed = new RenameChoice(DELIVERY, 1, "send").apply(order);

    assertThat(field(renamed, DELIVERY).choices()).extracting(Choice::word).contains("send");
    assertThat(texts(renamed, "de").get("delivery.send")).isEqualTo("Bitte zusenden");
    assertThat(PlainCondition.of(field(renamed, ADDRESS).rule().orElseThrow().condition()))
        .map(PlainCondition::value)
        .contains("send");
    Form paid = new RenameChoice(PAYMENT, 0, "bill").apply(order);
    assertThat(PlainCondition.of(Requirement.of(paid.schema()).getFirst().when()))
        .map(PlainCondition::value)
        .contains("bill");
    assertThatThrownBy(() -> new RenameChoice(DELIVERY, 1, "collect").apply(order))
        .hasMessageContaining("twice");
  }

  @Test
  void aFormOfAPlainSchemaGetsALayoutWithTheFirstEdit() {
    Form bare = Form.empty("a", "A", "en").withSchema(order.schema()).withUi(JsonObject.empty());
    Form edited = new RemoveElement(path(0)).apply(bare);

    assertThat(properties(edited).containsKey("company")).isFalse();
    assertThat(FormLayout.of(edited).fields()).hasSizeGreaterThan(5);
  }

  @Test
  void textsOfAHeadingWithoutAKeyStayWithItWhenItMoves() {
    Form form = new AddElement(ElementPath.ROOT, 0, Part.SECTION).apply(Form.empty("a", "A", "en"));
    Form keyless =
        form.withUi(
            JsonObject.of(
                "type",
                "VerticalLayout",
                "elements",
                JsonArray.of(JsonObject.of("type", "Group", "elements", JsonArray.empty()))));
    Form named = SetText.of(path(0), "label", "en", "Who").apply(keyless);
    Form moved =
        new MoveElement(path(0), ElementPath.ROOT, 2)
            .apply(new AddElement(ElementPath.ROOT, 1, Part.TEXT).apply(named));

    FormLayout layout = FormLayout.of(moved);
    assertThat(
            FormTexts.of(moved, List.of("en"))
                .heading(
                    (io.concertmaster.model.form.FormElement.Section)
                        layout.element(path(1)).orElseThrow()))
        .isEqualTo("Who");
  }

  @Test
  void languagesComeAndGo() {
    Form french = new AddLanguage("fr").apply(order);
    assertThat(FormTexts.languages(french)).containsExactly("en", "de", "fr");
    assertThat(FormTexts.languages(new RemoveLanguage("de").apply(french)))
        .containsExactly("en", "fr");
    assertThatThrownBy(() -> new AddLanguage("not a language")).hasMessageContaining("short name");
  }

  @ParameterizedTest
  @CsvSource({
    "FR, fr",
    "pt-br, pt-BR",
    "zh-hant-tw, zh-Hant-TW",
    "fra, fr",
    "iw, he",
    "gsw, gsw",
    "i-klingon, tlh",
    "' it ', it"
  })
  void aLanguageIsWrittenAsStandardsHaveIt(String typed, String tag) {
    assertThat(FormTexts.languages(new AddLanguage(typed).apply(order)))
        .containsExactly("en", "de", tag);
    assertThat(new AddLanguage(typed).tag()).isEqualTo(tag);
  }

  @ParameterizedTest
  @ValueSource(strings = {"german", "deutsch", "xx", "", "und", "x-mine", "de_DE", "1"})
  void whatNamesNoLanguageIsRefused(String typed) {
    assertThatThrownBy(() -> new AddLanguage(typed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("short name");
  }

  @ParameterizedTest
  @CsvSource({"de, de", "DE, de", "deu, de", "de, DE", "pt-BR, pt-br", "he, iw"})
  void aLanguageThatIsThereIsRefused(String typed, String there) {
    Form form = order.withTexts(JsonObject.of("en", JsonObject.empty(), there, JsonObject.empty()));

    assertThatThrownBy(() -> new AddLanguage(typed).apply(form))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("“" + there + "” is there already");
  }

  @Test
  void looksAndLimitsAreSetAndTakenOut() {
    Form dressed = new SetTheme("accent", "#112233").apply(order);
    assertThat(dressed.theme().get("accent")).isEqualTo("#112233");
    Form longer = new SetKeyword(ADDRESS, "maxLength", 10L).apply(order);
    assertThat(field(longer, ADDRESS).limit("maxLength")).contains(10L);
    assertThat(new SetKeyword(ADDRESS, "maxLength", null).apply(longer).schema())
        .isNotEqualTo(order.schema());
    assertThat(new SetRule(ADDRESS, Optional.empty()).apply(order).ui()).isNotEqualTo(order.ui());
  }
}
