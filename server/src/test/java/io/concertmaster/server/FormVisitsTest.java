package io.concertmaster.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What people do with pages of forms besides filling them in once from top to bottom. */
class FormVisitsTest extends VisitorFixture {
  /** A form of two pages, in English and German. */
  private static JsonObject pages() {
    return Json.parseObject(
        """
        {
          "format": 1, "id": "asks", "name": "Asks",
          "schema": {
            "type": "object",
            "properties": {
              "name": {"type": "string"}, "price": {"type": "number"}, "note": {"type": "string"}
            }
          },
          "ui": {
            "type": "Categorization",
            "elements": [
              {
                "type": "Category", "label": "One",
                "elements": [
                  {"type": "Control", "scope": "#/properties/name", "options": {"multi": true}},
                  {"type": "Control", "scope": "#/properties/price"}
                ]
              },
              {
                "type": "Category", "label": "Two",
                "elements": [{"type": "Control", "scope": "#/properties/note"}]
              }
            ]
          },
          "texts": {"en": {"form.title": "Trip"}, "de": {"form.title": "Reise"}}
        }
        """);
  }

  private JsonArray runs() throws Exception {
    return (JsonArray) get("/api/v1/runs").json().get("runs");
  }

  private JsonObject begunWith() throws Exception {
    long run = (Long) ((JsonObject) runs().getFirst()).get("run");
    ended(run);
    JsonArray items =
        (JsonArray) get("/api/v1/runs/" + run + "/nodes/form/items").json().get("items");
    return (JsonObject) ((JsonObject) items.getFirst()).get("json");
  }

  @Test
  void whoGoesBackAndSendsSomethingElseIsToldThatItDidNotArrive() throws Exception {
    deployed(asking(field("name", "text"), field("seats", "number")));
    Page page = open("/forms/asks");
    Map<String, String> first = Map.of("/name", "Ria", "/seats", "1.50");
    assertThat(send(page, "submit", first).heading()).isEqualTo("Thank you");
    assertThat(begunWith()).containsEntry("name", "Ria");

    assertThat(send(page, "submit", first).heading()).isEqualTo("Thank you");
    Page other = send(page, "submit", Map.of("/name", "Rita", "/seats", "1.50"));

    assertThat(other.heading()).isEqualTo("This form was sent already");
    assertThat(other.status()).isEqualTo(409);
    assertThat(runs()).hasSize(1);
    assertThat(begunWith()).containsEntry("name", "Ria");
  }

  @Test
  void aPageThatWaitedTooLongComesAgainAsItWasFilledIn() throws Exception {
    deployed(asking(field("name", "text"), field("photo", "file")));
    Page page = open("/forms/asks");
    String body = fields(page, "submit", Map.of("/name", "Ria"));

    Page again = send("/forms/asks", body.replaceFirst("key=\\d+", "key=1700000000"));

    assertThat(again.status()).isEqualTo(409);
    assertThat(again.document().select(".note").text()).contains("waited too long");
    assertThat(again.value("/name")).isEqualTo("Ria");
    assertThat(runs()).isEmpty();
    assertThat(send(again, "submit", Map.of()).heading()).isEqualTo("Thank you");
    assertThat(runs()).hasSize(1);
  }

  @Test
  void aTextOfTheFirstPageArrivesOrIsRefusedHoweverLongItIs() throws Exception {
    deployed(
        Map.of("asks.form.json", pages(), "asks.workflow.json", file(asking("asks.form.json"))));
    Page page = open("/forms/asks");

    Page long1 = send(page, "next", Map.of("/name", "x".repeat(1_200_000)));
    assertThat(long1.document().select(".progress").text()).isEqualTo("Page 2 of 2");
    assertThat(send(long1, "submit", Map.of()).heading()).isEqualTo("Thank you");
    assertThat((String) begunWith().get("name")).hasSize(1_200_000);

    Page refused = send(open("/forms/asks"), "next", Map.of("/name", "x".repeat(2_200_000)));
    assertThat(refused.status()).isEqualTo(413);
    assertThat(refused.heading()).isEqualTo("That is too much text");
  }

  @Test
  void whoChoosesAnotherLanguageKeepsWhatIsFilledInAndTheLanguage() throws Exception {
    WorkflowBuilder workflow =
        asking("asks.form.json")
            .parameter("form", "respond", "lastNode")
            .node("more", "flow.form", "More")
            .parameter("more", "form", "asks.form.json")
            .connect("form -> more");
    deployed(Map.of("asks.form.json", pages(), "asks.workflow.json", file(workflow)));
    Page page = open("/forms/asks?name=Ria");

    page = send(page, "lang:de", Map.of("/price", "1.5"));

    assertThat(page.heading()).isEqualTo("Reise");
    assertThat(page.value("/name")).isEqualTo("Ria");
    assertThat(page.value("/price")).isEqualTo("1,5");
    assertThat(page.document().select("html").attr("lang")).isEqualTo("de");
    assertThat(page.document().select(".languages [aria-current]").text()).isEqualTo("Deutsch");
    page = send(page, "next", Map.of());
    page = send(page, "submit", Map.of());
    assertThat(begunWith()).containsEntry("name", "Ria").containsEntry("price", 1.5);
    for (String wish : List.of("next", "submit")) {
      assertThat(page.heading()).isEqualTo("Reise");
      page = send(page, wish, Map.of());
    }
    assertThat(page.heading()).isEqualTo("Danke");
  }

  /** Where nothing is said a browser sends a page to where a link of its own led last. */
  @Test
  void aPageIsSentToItsOwnAddressWhateverLinksOnItWereFollowed() throws Exception {
    deployed(asking(field("name", "text")));
    assertThat(open("/forms/asks").document().select("form").attr("action")).isEqualTo("?");
    assertThat(open("/forms/asks?name=A%26B&lang=de").document().select("form").attr("action"))
        .isEqualTo("?lang=de&name=A%26B");
    Page sent = send(open("/forms/asks?"), "submit", Map.of("/name", "Ria"));
    assertThat(sent.heading()).isEqualTo("Thank you");
  }

  /** Enter sends the first button of a form, wherever it stands. */
  @Test
  void enterGoesOnWhateverElseThePageHas() throws Exception {
    deployed(
        Map.of("asks.form.json", pages(), "asks.workflow.json", file(asking("asks.form.json"))));
    Document page = open("/forms/asks").document();
    String form = page.select("form").attr("id");
    assertThat(page.select("form button, button[form=" + form + "]").getFirst().attr("value"))
        .isEqualTo("next");
  }

  @Test
  void aHiddenFieldHasItsValueUnlessTheAddressGivesAnother() throws Exception {
    deployed(
        asking(
            field("name", "text"), field("from", "hiddenField").with("text", "the shop's page")));

    send(open("/forms/asks"), "submit", Map.of("/name", "Ria"));
    assertThat(begunWith()).containsEntry("from", "the shop's page");
    send(open("/forms/asks?from=mail"), "submit", Map.of("/name", "Ria"));
    assertThat(begunWith()).containsEntry("from", "mail");
  }

  @Test
  void whatTheProgramSaysBesideTheFieldsOfANodeIsInTheReadersLanguage() throws Exception {
    deployed(asking(field("Preis", "number"), need("Name")));
    language = "de-AT";

    Page page = send(open("/forms/asks"), "submit", Map.of("/Preis", "1,5"));

    assertThat(page.document().select(".summary li").eachText())
        .containsExactly("Name: Bitte ausfüllen");
    assertThat(page.document().select("html").attr("lang")).isEqualTo("de");
    assertThat(page.document().select(".languages")).isEmpty();
    assertThat(send(page, "submit", Map.of("/Name", "Ria")).heading()).isEqualTo("Danke");
    assertThat(begunWith()).containsEntry("Preis", 1.5);
    language = "sv";
    assertThat(open("/forms/asks").document().select("button.main").text()).isEqualTo("Submit");
  }

  @Test
  void whatIsRefusedIsToldToPeopleByAPageAndProgramsByADocument() throws Exception {
    deployed(asking(field("name", "text")));
    for (String path : List.of("/forms/asks?name=%C3%28", "/forms/asks")) {
      String method = path.equals("/forms/asks") ? "DELETE" : "GET";
      HttpRequest.Builder request =
          request(null, path).method(method, HttpRequest.BodyPublishers.noBody());

      HttpResponse<String> document = client.send(request.build(), BodyHandlers.ofString());
      HttpResponse<String> page =
          client.send(
              request
                  .header("Accept", "text/html,*/*;q=0.8")
                  .header("Accept-Language", "nl")
                  .build(),
              BodyHandlers.ofString());

      assertThat(page.statusCode()).as(path).isEqualTo(document.statusCode()).isBetween(400, 405);
      assertThat(document.headers().firstValue("Content-Type"))
          .contains("application/problem+json");
      assertThat(Jsoup.parse(page.body()).select("h1").text()).as(path).isEqualTo("Dat lukte niet");
      assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
      assertThat(page.headers().firstValue("Allow"))
          .isEqualTo(document.headers().firstValue("Allow"));
    }
  }

  @Test
  void filesOfOneVisitTakeNoPlaceOfAnotherAtTheLinkOfATask() throws Exception {
    askedByATask();
    String link = taskLink();

    Page kept = null;
    for (int i = 0; i < 11; i++) {
      Page page = open(link);
      kept = sendParts(page, multipart(page, "submit", "/photo", "a" + i + ".png", "of " + i));
      assertThat(kept.status()).as("visit " + i).isEqualTo(422);
    }

    assertThat(send(kept, "submit", Map.of("/name", "Ben")).heading()).isEqualTo("Thank you");
    assertThat(open(link).heading()).isEqualTo("This form cannot be filled in any more");
  }

  @Test
  void aPageOrTaskThatIsSentTwiceLeadsToWhereItLedFirst() throws Exception {
    WorkflowBuilder workflow =
        asking(field("name", "text"))
            .parameter("form", "respond", "lastNode")
            .node("age", "flow.form", "Age")
            .parameter("age", "fields", JsonArray.of(field("age", "number")))
            .node("town", "flow.form", "Town")
            .parameter("town", "fields", JsonArray.of(field("town", "text")))
            .connect("form -> age", "age -> town");
    deployed(workflow);
    Page age = send(open("/forms/asks"), "submit", Map.of("/name", "Ria"));
    Page other = open(age.path());

    Page town = send(age, "submit", Map.of("/age", "41"));
    assertThat(town.heading()).isEqualTo("Town");
    assertThat(send(age, "submit", Map.of("/age", "41")).path()).isEqualTo(town.path());
    assertThat(send(age, "submit", Map.of("/age", "42")).status()).isEqualTo(410);
    assertThat(send(other, "submit", Map.of("/age", "41")).status()).isEqualTo(410);

    askedByATask();
    Page task = open(taskLink());
    for (int i = 0; i < 2; i++) {
      Page thanks = send(task, "submit", Map.of("/name", "Ben"));
      assertThat(thanks.heading()).isEqualTo("Thank you");
    }
  }

  @Test
  void theLinkOfATaskWhoseRunWasCalledOffSaysSo() throws Exception {
    askedByATask();
    String link = taskLink();
    Page page = open(link);
    long run = (Long) ((JsonObject) runs().getFirst()).get("run");
    assertThat(post("/api/v1/runs/" + run + "/cancel", null).status()).isEqualTo(204);

    for (Page each : List.of(open(link), send(page, "submit", Map.of("/name", "Ben")))) {
      assertThat(each.status()).isEqualTo(410);
      assertThat(each.document().select(".notice p").text()).contains("called off");
    }
  }

  private void askedByATask() throws Exception {
    deployed(
        asking(field("name", "text"))
            .node("task", "flow.task", "Task")
            .parameter("task", "title", "Check it")
            .parameter("task", "kind", "form")
            .parameter("task", "fields", JsonArray.of(need("name"), field("photo", "file")))
            .connect("form -> task"));
    send(open("/forms/asks"), "submit", Map.of("/name", "Ria"));
  }

  private static JsonObject need(String label) {
    return field(label, "text").with("required", true);
  }

  private String taskLink() throws Exception {
    for (int i = 0; i < 400; i++) {
      JsonArray tasks = (JsonArray) get("/api/v1/tasks").json().get("tasks");
      if (!tasks.isEmpty()) {
        return String.valueOf(((JsonObject) tasks.getFirst()).get("link"));
      }
      Thread.sleep(25);
    }
    throw new AssertionError("no task came");
  }
}
