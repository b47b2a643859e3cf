package io.concertmaster.hosted.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.forms.Accent;
import io.concertmaster.forms.FormCheck;
import io.concertmaster.forms.FormProblem;
import io.concertmaster.forms.TypedNumber;
import io.concertmaster.hosted.page.Filling.Done;
import io.concertmaster.hosted.page.Filling.Next;
import io.concertmaster.hosted.page.Filling.Show;
import io.concertmaster.model.io.FormFiles;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sample form, filled in as a browser without scripts would. */
class FillingTest {
  private static final Path EXAMPLES =
      Path.of(System.getProperty("concertmaster.root", ".."), "docs", "examples");

  private final Filling filling = new Filling(order(), List.of("en"));
  private Next shown = filling.begin(JsonObject.empty());

  private static FormCheck order() {
    try {
      return FormCheck.of(FormFiles.read(EXAMPLES.resolve("order.form.json")));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private Document page() {
    return Jsoup.parse(
        FormPage.of(
            filling,
            (Show) shown,
            new FormPage.Surroundings(
                "/forms/",
                "?",
                Map.of("key", "k1"),
                List.of("en", "de"),
                Optional.empty(),
                List.of(),
                "")));
  }

  /** Sends what the controls of the page hold, with some of them filled in, by a button. */
  private void send(String wish, Map<String, List<String>> typed) {
    Document page = page();
    Map<String, List<String>> sent = new LinkedHashMap<>();
    for (Element control : page.select("input, select, textarea")) {
      String name = control.attr("name");
      if (typed.containsKey(name)) {
        sent.put(name, typed.get(name));
        continue;
      }
      boolean box = List.of("radio", "checkbox").contains(control.attr("type"));
      if (control.hasAttr("disabled") || (box && !control.hasAttr("checked"))) {
        continue;
      }
      String value =
          switch (control.tagName()) {
            case "select" -> control.select("option[selected]").attr("value");
            case "textarea" -> control.wholeText();
            default -> control.attr("value");
          };
      sent.computeIfAbsent(name, each -> new ArrayList<>()).add(value);
    }
    JsonObject before = Json.parseObject(page.select("input[name=answer]").attr("value"));
    int from = Integer.parseInt(page.select("input[name=page]").attr("value"));
    shown = filling.after(before, from, wish, new Posted(sent));
  }

  private static Map<String, List<String>> typed(String... pairs) {
    Map<String, List<String>> typed = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      typed.computeIfAbsent(pairs[i], each -> new ArrayList<>()).add(pairs[i + 1]);
    }
    return typed;
  }

  private List<String> buttons() {
    return page().select(".entry-buttons button").eachAttr("value");
  }

  @Test
  void entriesMoveUpAndDownWithWhatIsInThem() {
    send("add:/items", typed("/items/0/article", "A", "/items/0/quantity", "1"));
    assertThat(buttons())
        .containsExactly("down:/items/0", "remove:/items/0", "up:/items/1", "remove:/items/1");
    send("add:/items", typed("/items/1/article", "B"));
    send("down:/items/0", typed("/items/2/article", "C"));
    assertThat(articles()).containsExactly("B", "A", "C");
    assertThat(page().select("input[name=/items/1/quantity]").attr("value")).isEqualTo("1");
    send("up:/items/2", Map.of());
    assertThat(articles()).containsExactly("B", "C", "A");
    for (String nowhere :
        List.of(
            "up:/items/0", "down:/items/2", "up:/items/7", "down:/items/x", "up:/no/1", "up:")) {
      send(nowhere, Map.of());
      assertThat(articles()).as(nowhere).containsExactly("B", "C", "A");
    }
  }

  private List<String> articles() {
    return page().select("input[name$=/article]").eachAttr("value");
  }

  @Test
  void anOrderIsPlacedPageByPage() {
    assertThat(page().select(".entry")).hasSize(1); // it is to have one at least
    send(
        "add:/items",
        typed(
            "/company",
            "Van Dam BV",
            "/contact/name",
            "Ria",
            "/contact/email",
            "r@example.com",
            "/items/0/article",
            "A-1",
            "/items/0/quantity",
            "3",
            "/items/0/price",
            "12.50"));
    assertThat(page().select(".entry")).hasSize(2);
    send("remove:/items/1", Map.of());
    assertThat(page().select(".entry")).hasSize(1);
    send("next", Map.of());
    assertThat(page().select(".progress").text()).isEqualTo("Page 2 of 2");
    send("back", Map.of());
    assertThat(page().select("input[name=/company]").attr("value")).isEqualTo("Van Dam BV");
    send("next", Map.of());
    assertThat(page().select("label.name:contains(VAT) .mark")).isEmpty();
    assertThat(page().select("input[name=/vat][aria-required]")).isEmpty();
    send("seen", typed("/payment", "invoice"));
    assertThat(page().select("label.name:contains(VAT) .mark").text()).isEqualTo("required");
    assertThat(page().select("input[name=/vat]").attr("aria-required")).isEqualTo("true");
    String vat = page().select(".element:has(> .field > input[name=/vat])").attr("data-at");
    assertThat(FormPage.required(filling, (Show) shown)).contains(vat);
    send("submit", typed("/delivery", "ship", "/payment", "card", "/terms", "true"));
    assertThat(page().select(".summary a").text()).isEqualTo("Address: Fill this in");
    send("submit", typed("/address", "Kade 1\r\nAmsterdam"));

    assertThat(shown).isInstanceOf(Done.class);
    assertThat(((Done) shown).answer())
        .isEqualTo(
            Json.parse(
                """
                {"company": "Van Dam BV", "contact": {"name": "Ria", "email": "r@example.com"}, "items":
                [{"article": "A-1", "quantity": 3, "price": 12.5}], "delivery": "ship", "address":
                "Kade 1\\nAmsterdam", "payment": "card", "terms": true}
                """));
  }

  @Test
  void aPageWithProblemsStaysAndPointsToThem() {
    send("next", typed("/company", "A"));

    Document page = page();
    assertThat(page.title()).startsWith("There are 5 problems: ");
    for (Element link : page.select(".summary a")) {
      assertThat(page.select(link.attr("href"))).as(link.text()).hasSize(1);
    }
    Element mail = page.select("input[name=/contact/email]").first();
    assertThat(page.getElementById(mail.attr("aria-describedby").split(" ", -1)[1]).text())
        .isEqualTo("Fill this in");
  }

  @Test
  void everyControlHasALabelAndEveryIdIsThereOnce() {
    send("add:/items", typed("/company", "A"));
    Document page = page();

    for (Element control : page.select("input:not([type=hidden]), select, textarea")) {
      assertThat(page.select("label[for=" + control.id() + "]")).as(control.outerHtml()).hasSize(1);
    }
    List<String> ids = page.select("[id]").eachAttr("id");
    assertThat(ids).doesNotHaveDuplicates();
  }

  static Stream<JsonObject> tenAnswers() throws Exception {
    List<JsonObject> expected = objects("order.answers.expected.json");
    List<JsonObject> answers = objects("order.answers.json");
    assertThat(answers).hasSameSizeAs(expected);
    return IntStream.range(0, answers.size())
        .mapToObj(i -> expected.get(i).with("answer", answers.get(i)));
  }

  private static List<JsonObject> objects(String file) throws IOException {
    String text = Files.readString(EXAMPLES.resolve(file));
    return ((JsonArray) Json.parse(text)).stream().map(JsonObject.class::cast).toList();
  }

  @ParameterizedTest
  @MethodSource("tenAnswers")
  void theTenAnswersAreAcceptedAndRejectedOnThePageAsTheySay(JsonObject sample) {
    JsonObject answer = (JsonObject) sample.get("answer");
    Set<String> wrong = new LinkedHashSet<>();
    int items = answer.get("items") instanceof JsonArray list ? list.size() : 0;
    if (items == 0) {
      send("remove:/items/0", Map.of());
    }
    for (int i = 1; i < items; i++) {
      send("add:/items", Map.of());
    }
    Map<String, List<String>> typed = new LinkedHashMap<>();
    texts("", answer, typed);
    for (int page = 0; page < 2 && shown instanceof Show; page++) {
      send(page == 0 ? "next" : "submit", typed);
      if (page == 1 && shown instanceof Show show && show.problems().isEmpty()) {
        send("submit", typed); // a field that a rule showed was to be seen first
      }
      if (shown instanceof Show show && !show.problems().isEmpty()) {
        show.problems().stream().map(FormProblem::pointer).forEach(wrong::add);
        // What is wrong on this page does not keep the test from looking at the next.
        shown = new Show(show.answer(), 1, List.of(), show.seen());
      }
    }

    JsonArray expected = (JsonArray) sample.get("problems");
    assertThat(wrong)
        .as(String.valueOf(sample.get("why")))
        .containsExactlyElementsOf(
            expected.stream().map(each -> String.valueOf(((JsonObject) each).get("at"))).toList());
    assertThat(shown instanceof Done).isEqualTo(expected.isEmpty());
  }

  /** What a person would type for an answer, by the names of controls. */
  private static void texts(String at, Object value, Map<String, List<String>> typed) {
    switch (value) {
      case JsonObject object -> object.forEach((name, each) -> texts(at + "/" + name, each, typed));
      case JsonArray array -> {
        for (int i = 0; i < array.size(); i++) {
          texts(at + "/" + i, array.get(i), typed);
        }
      }
      case Boolean flag -> {
        if (flag) {
          typed.put(at, List.of("true"));
        }
      }
      default -> typed.put(at, List.of(String.valueOf(value)));
    }
  }

  @Test
  void numbersAreReadAsTheyAreWrittenInTheLanguage() {
    assertThat(TypedNumber.read("12,50", "de")).isEqualTo(12.5);
    assertThat(TypedNumber.read("1 250", "fr")).isEqualTo(1250L);
    assertThat(TypedNumber.read("-0.5", "de")).isEqualTo(-0.5);
    assertThat(TypedNumber.read("007", "en")).isEqualTo(7L);
    assertThat(TypedNumber.read("12,50", "en")).isEqualTo("12,50");
    assertThat(TypedNumber.read("1e9", "en")).isEqualTo("1e9");
    assertThat(TypedNumber.show(12.5, "de")).isEqualTo("12,5");
  }

  @Test
  void coloursAreMadeDarkEnoughForWhiteText() {
    assertThat(Accent.parse("#FFEE00").contrastToWhite()).isGreaterThanOrEqualTo(4.5);
    assertThat(Accent.parse("#2B6CB0").hex()).isEqualTo("2b6cb0");
    assertThat(Accent.parse("red\";}")).isEqualTo(Accent.DEFAULT);
  }
}
