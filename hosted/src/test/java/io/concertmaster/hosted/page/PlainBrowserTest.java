package io.concertmaster.hosted.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.hosted.page.Filling.Done;
import io.concertmaster.hosted.page.Filling.Show;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** What stands on a page, and what a browser without scripts can do with it. */
class PlainBrowserTest {
  @Test
  void aFileInAnEntryIsSentWithItsBytes() throws Exception {
    PlainBrowser browser =
        PlainBrowser.open(
            """
            "rows": {"type": "array", "items": {"type": "object", "properties": {"photo": {"type": "object",
            "format": "file"}}}}
            """,
            "[]",
            """
            {"type": "VerticalLayout", "elements": [{"type": "Control", "scope": "#/properties/rows",
            "options": {"detail": {"type": "VerticalLayout", "elements": [
            {"type": "Control", "scope": "#/properties/photo"}]}}}]}
            """,
            "{\"rows\": [{}]}");

    assertThat(browser.control("/rows/0/photo").attr("type")).isEqualTo("file");
    assertThat(browser.page().select("form").attr("enctype")).isEqualTo("multipart/form-data");
  }

  /** A field's control with a rule on the field {@code more}. */
  private static String ruled(String scope, String effect) {
    return """
    {"type": "Control", "scope": "#/properties/%s", "rule": %s}
    """
        .formatted(scope, rule(effect));
  }

  private static String rule(String effect) {
    return """
    {"effect": "%s", "condition": {"scope": "#/properties/more", "schema": {"const": true}}}
    """
        .formatted(effect);
  }

  private static String stack(String... elements) {
    return "{\"type\": \"VerticalLayout\", \"elements\": [" + String.join(",", elements) + "]}";
  }

  private static final String MORE =
      """
      {"type": "Control", "scope": "#/properties/more"}
      """;
  private static final String TWO =
      """
      "more": {"type": "boolean"}, "note": {"type": "string"}
      """;

  private static Object answer(PlainBrowser browser) {
    assertThat(browser.shown()).isInstanceOf(Done.class);
    return ((Done) browser.shown()).answer();
  }

  @Test
  void submitGoesOnToAPageThatARuleShows() throws Exception {
    String pages =
        """
        {"type": "Categorization", "elements": [{"type": "Category", "elements": [%s]},
        {"type": "Category", "rule": %s, "elements": [{"type": "Control", "scope": "#/properties/note"}]}]}
        """
            .formatted(MORE, rule("SHOW"));
    PlainBrowser browser = PlainBrowser.open(TWO, "[]", pages, "{}");
    assertThat(browser.page().select(".buttons button").eachAttr("value"))
        .containsExactly("submit");

    browser.send("submit", Map.of("/more", "true"));
    assertThat(((Show) browser.shown()).page()).isEqualTo(1);
    browser.send("submit", Map.of("/note", "here"));
    assertThat(answer(browser)).isEqualTo(Json.parse("{\"more\": true, \"note\": \"here\"}"));

    browser = PlainBrowser.open(TWO, "[]", pages, "{}");
    assertThat(answer(browser.send("submit", Map.of()))).isEqualTo(Json.parse("{\"more\": false}"));
  }

  @Test
  void anOptionalFieldThatARuleShowsIsShownOnceBeforeTheAnswerIsTaken() throws Exception {
    PlainBrowser browser = PlainBrowser.open(TWO, "[]", stack(MORE, ruled("note", "SHOW")), "{}");
    assertThat(browser.control("/note").closest("[hidden]")).isNotNull();

    browser.send("submit", Map.of("/more", "true"));
    assertThat(browser.control("/note").closest("[hidden]")).isNull();
    browser.send("submit", Map.of());
    assertThat(answer(browser)).isEqualTo(Json.parse("{\"more\": true}"));
  }

  @Test
  void whatAScriptHasShownIsNotAskedForAgain() throws Exception {
    PlainBrowser browser = PlainBrowser.open(TWO, "[]", stack(MORE, ruled("note", "SHOW")), "{}");
    Posted ticked = new Posted(browser.fields(Map.of("/more", "true")));
    Show seen = (Show) browser.next("seen", ticked);
    String closed = browser.closed(seen);

    browser.send("submit", Map.of("/more", "true", "closed", closed));
    assertThat(answer(browser)).isEqualTo(Json.parse("{\"more\": true}"));
  }

  @Test
  void theFieldsOfAHiddenSectionWaitOnThePage() throws Exception {
    String section =
        """
        {"type": "Group", "label": "S", "rule": %s, "elements": [
        {"type": "Control", "scope": "#/properties/note"}]}
        """
            .formatted(rule("SHOW"));
    PlainBrowser browser = PlainBrowser.open(TWO, "[]", stack(MORE, section), "{}");

    // The script only unveils: what it shows must be there.
    assertThat(browser.control("/note").closest("[hidden]")).isNotNull();
    assertThat(browser.send("submit", Map.of("/more", "true")).shown()).isInstanceOf(Show.class);
    assertThat(browser.control("/note").closest("[hidden]")).isNull();
  }

  private static final String KINDS =
      """
      "more": {"type": "boolean"}, "note": {"type": "string"}, "tick": {"type": "boolean"},
      "way": {"type": "string", "enum": ["a", "b"]},
      "several": {"type": "array", "uniqueItems": true, "items": {"type": "string", "enum": ["x", "y"]}},
      "rows": {"type": "array", "items": {"type": "object", "properties": {"n": {"type": "integer"}}}}
      """;
  private static final List<String> FIELDS = List.of("note", "tick", "way", "several", "rows");
  private static final String KNOWN =
      """
      "note": "kept", "tick": true, "way": "b", "several": ["y"], "rows": [{"n": 7}]
      """;

  private static String allRuled(String effect) {
    List<String> parts = new ArrayList<>(List.of(MORE));
    FIELDS.forEach(each -> parts.add(ruled(each, effect)));
    return stack(parts.toArray(String[]::new));
  }

  @Test
  void whatIsDisabledKeepsItsValueAndTakesNone() throws Exception {
    PlainBrowser browser =
        PlainBrowser.open(
            KINDS, "[\"note\", \"rows\"]", allRuled("DISABLE"), "{\"more\": true, " + KNOWN + "}");
    for (String name : List.of("/note", "/tick", "/way", "/several", "/rows/0/n")) {
      assertThat(browser.control(name).hasAttr("disabled")).as(name).isTrue();
    }
    for (Element button : browser.page().select(".group button")) {
      assertThat(button.hasAttr("disabled")).as(button.text()).isTrue();
    }
    Map<String, List<String>> forged = browser.fields(Map.of());
    forged.put("/note", List.of("forged"));
    forged.put("/several", List.of("x"));
    forged.put("/rows/0/n", List.of("1"));
    forged.put("closed", List.of("[]"));

    assertThat(answer(browser.posted("submit", forged)))
        .isEqualTo(Json.parse("{\"more\": true, " + KNOWN + "}"));
  }

  @Test
  void whatARuleEnablesIsOfferedBeforeTheAnswerIsTaken() throws Exception {
    PlainBrowser browser = PlainBrowser.open(KINDS, "[]", allRuled("ENABLE"), "{" + KNOWN + "}");
    browser.send("submit", Map.of("/more", "true"));
    assertThat(browser.control("/note").hasAttr("disabled")).isFalse();
    assertThat(browser.control("/several").hasAttr("disabled")).isFalse();
    assertThat(browser.control("/tick").hasAttr("checked")).isTrue();

    browser.send("submit", Map.of("/note", "new", "/tick", "", "/rows/0/n", "8"));
    assertThat(answer(browser))
        .isEqualTo(
            Json.parse(
                """
                {"more": true, "note": "new", "tick": false, "way": "b", "several": ["y"], "rows": [{"n": 8}]}
                """));
  }

  @Test
  void aScriptIsToldWhatIsDisabledNow() throws Exception {
    PlainBrowser browser = PlainBrowser.open(KINDS, "[]", allRuled("ENABLE"), "{" + KNOWN + "}");
    assertThat(browser.disabled((Show) browser.shown())).hasSize(6);
    Show seen = (Show) browser.next("seen", new Posted(browser.fields(Map.of("/more", "true"))));
    assertThat(browser.disabled(seen)).isEmpty();
    assertThat(browser.closed(seen)).isEqualTo("[]");

    // What it then enables is sent, and taken at once.
    Map<String, List<String>> sent = browser.fields(Map.of("/more", "true"));
    sent.put("closed", List.of("[]"));
    sent.put("/note", List.of("typed"));
    assertThat((JsonObject) answer(browser.posted("submit", sent)))
        .containsEntry("note", "typed")
        .containsEntry("tick", false)
        .doesNotContainKey("several");
  }

  @Test
  void aGroupWithinAnEntryGrowsAndShrinks() throws Exception {
    PlainBrowser browser =
        PlainBrowser.open(
            """
            "rows": {"type": "array", "items": {"type": "object", "properties": {"parts": {"type": "array",
            "maxItems": 2, "items": {"type": "object", "properties": {"n": {"type": "integer"}}}}}}}
            """,
            "[]",
            stack("{\"type\": \"Control\", \"scope\": \"#/properties/rows\"}"),
            "{\"rows\": [{}, {\"parts\": [{\"n\": 1}]}]}");

    browser.send("add:/rows/1/parts", Map.of());
    browser.send("add:/rows/1/parts", Map.of("/rows/1/parts/1/n", "2"));
    browser.send("add:/rows/0/parts", Map.of());
    browser.send("remove:/rows/1/parts/0", Map.of("/rows/0/parts/0/n", "5"));

    assertThat(answer(browser.send("submit", Map.of())))
        .isEqualTo(
            Json.parse("{\"rows\": [{\"parts\": [{\"n\": 5}]}, {\"parts\": [{\"n\": 2}]}]}"));
  }

  /** A page that comes anew is seen from its top, unless its address says where to look. */
  @Test
  void thePageIsLookedAtWhereAnEntryWasAddedMovedOrTakenOut() throws Exception {
    PlainBrowser browser =
        PlainBrowser.open(
            """
            "a-b": {"type": "array", "maxItems": 3, "items": {"type": "object",
            "properties": {"n": {"type": "integer"}}}},
            "a/b": {"type": "array", "items": {"type": "object", "properties": {"n": {"type": "integer"}}}}
            """,
            "[]",
            stack(
                "{\"type\": \"Control\", \"scope\": \"#/properties/a-b\"}",
                "{\"type\": \"Control\", \"scope\": \"#/properties/a~1b\"}"),
            "{\"a-b\": [{}], \"a/b\": [{}, {}]}");

    for (String wish :
        List.of(
            "add:/a-b", "add:/a-b", "down:/a-b/0", "up:/a-b/2", "remove:/a-b/2", "remove:/a-b/0")) {
      String at = browser.page().select("button[value=" + wish + "]").attr("formaction");
      browser.send(wish, Map.of());
      assertThat(browser.page().select(at + ".entry")).as(wish + " to " + at).hasSize(1);
    }
    assertThat(browser.page().select("[id]").eachAttr("id")).doesNotHaveDuplicates();
  }

  @Test
  void theSummaryLeadsToTheFirstChoiceOfSeveral() throws Exception {
    PlainBrowser browser =
        PlainBrowser.open(
            "\"way\": {\"enum\": [\"a\", \"b\"]}, \"stars\": {\"type\": \"integer\", \"maximum\": 3}",
            "[\"way\", \"stars\"]",
            stack(
                "{\"type\": \"Control\", \"scope\": \"#/properties/way\", \"options\": {\"format\": \"radio\"}}",
                "{\"type\": \"Control\", \"scope\": \"#/properties/stars\", \"options\": {\"format\":"
                    + " \"rating\"}}"),
            "{}");

    Document page = browser.send("submit", Map.of()).page();

    assertThat(page.select(".summary a").eachAttr("href"))
        .extracting(each -> page.select(each).attr("name") + " " + page.select(each).val())
        .containsExactly("/way a", "/stars 1");
  }

  @Test
  void aGroupThatIsDisabledGetsNoEntryByItsButton() throws Exception {
    PlainBrowser browser =
        PlainBrowser.open(KINDS, "[]", allRuled("DISABLE"), "{\"more\": true, " + KNOWN + "}");
    for (String wish : List.of("add:/rows", "remove:/rows/0")) {
      browser.send(wish, Map.of());
      assertThat(browser.page().select(".entry")).as(wish).hasSize(1);
    }
  }

  private static PlainBrowser allKinds(String known) throws Exception {
    return PlainBrowser.open(
        """
        "moment": {"type": "string", "format": "date-time"}, "hour": {"type": "string", "format": "time"},
        "local": {"type": "string", "format": "date-time-local"}, "place": {"type": "object"},
        "tags": {"type": "array", "items": {"type": "string"}}, "secret": {"type": "object"}
        """,
        "[]",
        stack(
            "{\"type\": \"Control\", \"scope\": \"#/properties/moment\"}",
            "{\"type\": \"Control\", \"scope\": \"#/properties/hour\"}",
            "{\"type\": \"Control\", \"scope\": \"#/properties/local\"}",
            "{\"type\": \"Control\", \"scope\": \"#/properties/place\"}",
            "{\"type\": \"Control\", \"scope\": \"#/properties/tags\"}",
            "{\"type\": \"Control\", \"scope\": \"#/properties/secret\", \"options\": {\"format\": \"hidden\"}}"),
        known);
  }

  @Test
  void timesGetTheOffsetThatTheSchemaWantsAndJsonIsRead() throws Exception {
    PlainBrowser browser = allKinds("{}");
    browser.send(
        "submit",
        Map.of(
            "/moment",
            "2026-03-01T10:00",
            "/hour",
            "09:30",
            "/local",
            "2026-03-01T10:00",
            "/place",
            "{\"x\": 1}",
            "/tags",
            "[\"a\", \"b\"]"));

    JsonObject answer = (JsonObject) answer(browser);
    assertThat(OffsetDateTime.parse(String.valueOf(answer.get("moment"))).toInstant())
        .isEqualTo(LocalDateTime.of(2026, 3, 1, 10, 0).atZone(ZoneId.systemDefault()).toInstant());
    assertThat(String.valueOf(answer.get("hour"))).startsWith("09:30:00");
    assertThat(answer)
        .containsEntry("local", "2026-03-01T10:00")
        .containsEntry("place", Json.parse("{\"x\": 1}"))
        .containsEntry("tags", Json.parse("[\"a\", \"b\"]"));
  }

  @Test
  void whatNobodyTouchesStaysAsItWas() throws Exception {
    String known =
        """
        {"moment": "2026-03-01T10:00:00+05:45", "hour": "09:30:00+05:45", "place": {"x": [1]},
        "tags": ["a"], "secret": {"y": true}}
        """;
    PlainBrowser browser = allKinds(known);
    assertThat(browser.control("/hour").attr("value")).isEqualTo("09:30");

    assertThat(answer(browser.send("submit", Map.of()))).isEqualTo(Json.parse(known));
  }

  @Test
  void emptyLinesBeforeATextStay() throws Exception {
    PlainBrowser browser =
        PlainBrowser.open(
            "\"note\": {\"type\": \"string\"}",
            "[]",
            """
            {"type": "Control", "scope": "#/properties/note", "options": {"multi": true}}\
            """,
            "{\"note\": \"\\n\\nHello\"}");

    assertThat(browser.page().select("textarea").outerHtml()).contains(">\n\n\nHello</textarea>");
  }

  @Test
  void whatIsNoJsonIsRefusedAndStaysAsItWasTyped() throws Exception {
    PlainBrowser browser = allKinds("{}").send("submit", Map.of("/place", "{x"));
    assertThat(((Show) browser.shown()).problems()).hasSize(1);
    assertThat(browser.control("/place").wholeText()).isEqualTo("{x");
  }

  @Test
  void whatIsReadOnlyLooksSoAndStays() throws Exception {
    List<String> parts = new ArrayList<>(List.of(MORE));
    FIELDS.forEach(each ->
        parts.add(
            "{\"type\": \"Control\", \"scope\": \"#/properties/%s\", \"options\": {\"readonly\": true}}"
                .formatted(each)));
    PlainBrowser browser =
        PlainBrowser.open(KINDS, "[]", stack(parts.toArray(String[]::new)), "{" + KNOWN + "}");
    assertThat(browser.control("/note").hasAttr("readonly")).isTrue();
    assertThat(browser.control("/rows/0/n").hasAttr("readonly")).isTrue();
    for (String name : List.of("/tick", "/way", "/several")) {
      assertThat(browser.control(name).hasAttr("disabled")).as(name).isTrue();
      assertThat(browser.control(name).hasAttr("readonly")).as(name).isFalse();
    }
    assertThat(browser.page().select(".group button")).hasSize(2);
    assertThat(browser.page().select(".group button:not([disabled])")).isEmpty();
    assertThat(browser.disabled((Show) browser.shown())).hasSize(4);

    browser.send("add:/rows", Map.of());
    browser.send("submit", Map.of("/note", "forged", "/rows/0/n", "1"));
    assertThat(answer(browser)).isEqualTo(Json.parse("{\"more\": false, " + KNOWN + "}"));
  }

  @Test
  void aLongTextSaysItsPlaceholderAndItsLength() throws Exception {
    PlainBrowser browser =
        PlainBrowser.open(
            "\"note\": {\"type\": \"string\", \"maxLength\": 90}",
            "[]",
            """
            {"type": "Control", "scope": "#/properties/note", "options": {"multi": true}}
            """,
            "{}");
    Element area = browser.control("/note");
    assertThat(area.tagName()).isEqualTo("textarea");
    assertThat(area.attr("maxlength")).isEqualTo("90");
    assertThat(area.attr("placeholder")).isEqualTo("Say more");
  }

  @Test
  void aPageIsPassedOverOnlyByItsOwnRule() throws Exception {
    String pages =
        """
        {"type": "Categorization", "elements": [{"type": "Category", "elements": [%s]},
        {"type": "Category", "elements": [%s]}]}
        """
            .formatted(MORE, ruled("note", "SHOW"));
    PlainBrowser browser = PlainBrowser.open(TWO, "[]", pages, "{}");
    assertThat(browser.page().select(".progress").text()).isEqualTo("Page 1 of 2");
    assertThat(((Show) browser.send("next", Map.of()).shown()).page()).isEqualTo(1);
  }
}
