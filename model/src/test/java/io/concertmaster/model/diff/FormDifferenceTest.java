package io.concertmaster.model.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.model.form.Form;
import io.concertmaster.model.io.FormFiles;
import io.concertmaster.node.data.JsonObject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormDifferenceTest {
  private static final Path ORDER =
      Path.of(System.getProperty("concertmaster.root", ".."))
          .resolve("docs/examples/order.form.json");

  private String text;
  private Form order;

  @BeforeEach
  void read() throws Exception {
    text = FormFiles.write(FormFiles.read(ORDER)); // files differ in nothing but what is replaced
    order = FormFiles.parse(text);
  }

  private static List<String> lines(Form before, Form after) {
    return FormDifference.between(before, after).lines();
  }

  private Form with(String old, String fresh) throws Exception {
    assertThat(text).contains(old);
    return FormFiles.parse(text.replace(old, fresh));
  }

  @Test
  void theSameFormDiffersInNothing() throws Exception {
    assertThat(lines(order, FormFiles.parse(text))).isEmpty();
    assertThat(FormDifference.between(order, order).isEmpty()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "company.label": "Company" | "company.label": "Firm" | ~ field “Firm”, label: “Company” → “Firm”
          `"id": "order",\n  "name": "Order"` | `"id": "order",\n  "name": "Orders"` | ~ the form, name: “Order” → “Orders”
          "form.title": "Place an order" | "form.title": "Order here" | ~ the form, title: “Place an order” → “Order here”
          `"label": "Your order"` | `"label": "What you want"` | ~ page “What you want”, heading: “Your order” → “What you want”
          `by a person before` | `by us before` | `~ text “Orders over 10,000 € are looked at by us before they go on.”, words: “Orders over **10,000 €** are looked at by a person before they go on.” → “Orders over **10,000 €** are looked at by us before they go on.”`
          "accent": "#2B6CB0" | "accent": "#2B6CB1" | ~ the form, accent: "#2B6CB0" → "#2B6CB1"
          "maxItems": 20, | "maxItems": 30, | ~ field “Items”, most entries: 20 → 30
          `"required": ["company", "contact",` | `"required": ["contact",` | ~ field “Company”, must be filled in: yes → no
          `{ "const": "invoice" } }` | `{ "const": "card" } }` | ~ field “VAT number”, must be filled in when: Payment is Invoice → Payment is Card
          `"schema": { "const": "ship" }` | `"schema": { "const": "collect" }` | ~ field “Address”, rule: shown when Delivery is Send it to us → shown when Delivery is We collect it
          `, "options": { "format": "radio" }` | `` | ~ field “Delivery”, kind: Radio → Select
          `"enum": ["collect", "ship"]` | `"enum": ["collect"]` | ~ field “Delivery”, choice “ship”: no longer “Send it to us”
          "delivery.ship": "Send it to us" | "delivery.ship": "Send it" | ~ field “Delivery”, choice “ship”: “Send it to us” → “Send it”
          `"type": "string", "format": "date"` | `"type": "string", "format": "date-time"` | ~ field “Wanted on”, kind: Date → Date and time (date-time)
          "maximum": 10000 | "maximum": 99 | ~ field “Quantity”, most: 10000 → 99
          "items.entry": "item" | "items.entry": "line" | ~ field “Items”, one entry: “item” → “line”
          `"autocomplete": "name"` | `"autocomplete": "off"` | ~ field “Your name”, autocomplete: "name" → "off"
          "company.label": "Firma" | "company.label": "Firmenname" | ~ language German, company.label: "Firma" → "Firmenname"
          `Two letters and 8 to 12 digits` | `Letters and digits` | ~ field “VAT number”, message for pattern: “Two letters and 8 to 12 digits or letters, such as NL123456789B01” → “Letters and digits or letters, such as NL123456789B01”
          """)
  void oneChangeIsOneLineInPlainWords(String old, String fresh, String said) throws Exception {
    String gone = old.replace("\\n", "\n");
    String now = fresh == null ? "" : fresh.replace("\\n", "\n");

    assertThat(lines(order, with(gone, now))).containsExactly(said);
  }

  @Test
  void aFieldThatIsNewOrGoneIsOneLine() throws Exception {
    Form without =
        with("          { \"type\": \"Control\", \"scope\": \"#/properties/wanted\" },\n", "");
    Form neither =
        without.withSchema(
            without
                .schema()
                .with(
                    "properties",
                    ((JsonObject) without.schema().get("properties")).without("wanted")));

    assertThat(lines(order, without))
        .containsExactly(
            "+ value “wanted”, for which no element asks",
            "- field “Wanted on” (Date, in page “Delivery and payment”)");
    assertThat(lines(order, neither))
        .containsExactly("- field “Wanted on” (Date, in page “Delivery and payment”)");
    assertThat(FormDifference.between(without, order).count()).isEqualTo(2);
  }

  @Test
  void aFieldThatWentToAnotherPageIsToldAndTheOrderOnce() throws Exception {
    String company = "          { \"type\": \"Control\", \"scope\": \"#/properties/company\" },\n";
    String wanted = "          { \"type\": \"Control\", \"scope\": \"#/properties/wanted\" },\n";
    Form moved = FormFiles.parse(text.replace(company, "").replace(wanted, wanted + company));
    String label = "          {\n            \"type\": \"Label\"";
    Form swapped = FormFiles.parse(text.replace(company, "").replace(label, company + label));

    assertThat(lines(order, moved))
        .containsExactly(
            "~ field “Company”, place: page “Your order” → page “Delivery and payment”",
            "~ the form, order: its parts stand in another order");
    assertThat(lines(order, swapped))
        .containsExactly("~ the form, order: its parts stand in another order");
  }

  @Test
  void aLanguageThatIsNewIsOneLine() {
    Form english = order.withTexts(order.texts().without("de"));

    assertThat(lines(english, order)).containsExactly("+ language German (27 texts)");
    assertThat(lines(order, english)).containsExactly("- language German (27 texts)");
    Form other =
        order.withTexts(
            order.texts().with("de", JsonObject.of("form.title", "B", "company.label", "Betrieb")));
    assertThat(lines(order, other)).containsExactly("~ language German, texts: 27 are other ones");
  }

  @Test
  void aPageThatGotAKeyWithItsNewHeadingIsTheSamePage() throws Exception {
    String page = "\"i18n\": \"order\",\n        \"label\": \"Your order\"";
    Form unnamed = with(page, "\"label\": \"Your order\"");

    assertThat(lines(unnamed, with(page, "\"i18n\": \"first\",\n        \"label\": \"Wishes\"")))
        .containsExactly("~ page “Wishes”, heading: “Your order” → “Wishes”");
  }

  @Test
  void whatNobodyHasWordsForIsToldAsTheFileSaysIt() {
    Form other = order.withUi(order.ui().with("options", JsonObject.of("x", 1L)));

    assertThat(lines(order, other)).containsExactly("~ the form, ui.options: now {\"x\":1}");
  }
}
