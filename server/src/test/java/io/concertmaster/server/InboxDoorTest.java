package io.concertmaster.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Who gets into the inbox, who does not, and what others cannot make a browser do there. */
class InboxDoorTest extends InboxFixture {
  @Test
  void aPostOfAnotherSiteIsRefusedAndOneWithoutThePagesTextAnswersNothing() throws Exception {
    long run = asked("Order");
    String path = "/inbox/tasks/default/" + run;
    Browser anna = signedIn("anna", "runner");
    Map<String, String> fields = filled(anna, path);

    for (Map.Entry<String, String> each :
        List.of(
            Map.entry("Sec-Fetch-Site", "cross-site"),
            Map.entry("Sec-Fetch-Site", "same-site"),
            Map.entry("Origin", "https://evil.example"),
            Map.entry("Origin", "http://127.0.0.1:1"),
            Map.entry("Origin", ""),
            Map.entry("Origin", "x"),
            Map.entry("Origin", "https://"),
            Map.entry("Origin", "null"))) {
      anna.headers.clear();
      anna.headers.put(each.getKey(), each.getValue());
      assertThat(anna.post(path, fields).statusCode()).as("%s", each).isEqualTo(403);
      assertThat(anna.post("/inbox/signout", fields).statusCode()).as("%s", each).isEqualTo(403);
      assertThat(anna.post("/inbox/signin", fields).statusCode()).as("%s", each).isEqualTo(403);
    }
    anna.headers.clear();

    Browser ben = signedIn("ben", "runner");
    String others = Browser.hidden(ben.get("/inbox").body()).get("confirm");
    for (String confirm : List.of("", "a", Objects.requireNonNull(others))) {
      fields.put("confirm", confirm);
      HttpResponse<String> again = anna.post(path, fields);
      assertThat(again.statusCode()).as(confirm).isEqualTo(403);
      assertThat(again.body()).as("nothing is lost").contains("what was typed", "send it again");
      assertThat(anna.post("/inbox/signout", fields).statusCode()).isEqualTo(403);
    }
    assertThat(ended(run).get("status")).isEqualTo("waiting");

    // The control: the same from our own page.
    anna.headers.put("Sec-Fetch-Site", "same-origin");
    assertThat(anna.post(path, filled(anna, path)).statusCode()).isEqualTo(303);
    assertThat(ended(run).get("status")).isEqualTo("succeeded");
  }

  @Test
  void whatIsFilledInOutlivesASession() throws Exception {
    long run = asked("Order");
    String path = "/inbox/tasks/default/" + run;
    Browser anna = signedIn("anna", "runner");
    Map<String, String> fields = filled(anna, path);
    anna.cookies.clear();

    HttpResponse<String> out = anna.post(path, fields);
    assertThat(out.statusCode()).isEqualTo(401);
    assertThat(out.body()).contains("You are signed out", "what you filled in is kept");
    assertThat(anna.signIn("anna", PASSWORD)).isEqualTo("/inbox");
    HttpResponse<String> again = anna.post(path, fields);
    assertThat(again.body()).contains("what was typed", "send it again");
    Map<String, String> fresh = Browser.hidden(again.body());
    fresh.putAll(Map.of("/decision", "approved", "/comment", "what was typed", "do", "submit"));
    assertThat(anna.post(path, fresh).statusCode()).isEqualTo(303);
  }

  @Test
  void cookiesLieAtThePagesAloneAndChangeWithEachSignIn() throws Exception {
    Browser anna = signedIn("anna", "runner");
    String first = Objects.requireNonNull(anna.cookies.get("cm_session"));

    // Signing in anew ends the session that the browser brings.
    Browser again = new Browser(client, server.port());
    Map<String, String> asked = Browser.hidden(again.get("/inbox/signin").body());
    asked.putAll(Map.of("name", "anna", "password", PASSWORD));
    again.cookies.put("cm_session", first);
    HttpResponse<String> in = again.post("/inbox/signin", asked);
    String cookie = in.headers().firstValue("set-cookie").orElse("");
    assertThat(cookie)
        .startsWith("cm_session=cs_")
        .contains("; Path=/inbox; HttpOnly; SameSite=Lax")
        .doesNotContain("Secure", first);
    assertThat(Browser.way(anna.get("/inbox"))).startsWith("/inbox/signin?to=");

    // Behind a proxy with TLS it is another one, which browsers send over TLS only.
    Browser far = new Browser(client, server.port());
    far.headers.put("X-Forwarded-Proto", "https");
    assertThat(far.signIn("anna", PASSWORD)).isEqualTo("/inbox");
    assertThat(far.cookies).containsOnlyKeys("__Secure-cm_door", "__Secure-cm_session");
    assertThat(far.get("/inbox").statusCode()).isEqualTo(200);

    // Two at once are none.
    Browser two = new Browser(client, server.port());
    two.cookies.put("a=b; cm_session=" + first + "; cm_session", again.cookies.get("cm_session"));
    assertThat(Browser.way(two.get("/inbox"))).startsWith("/inbox/signin?to=");
  }

  @Test
  void whoSignedOutStaysOutWhateverIsSentAgain() throws Exception {
    Browser anna = signedIn("anna", "runner");
    String session = Objects.requireNonNull(anna.cookies.get("cm_session"));
    String list = anna.get("/inbox").body();
    assertThat(Browser.way(anna.post("/inbox/signout", Browser.hidden(list))))
        .isEqualTo("/inbox/signin?out=1");
    assertThat(anna.cookies).doesNotContainKey("cm_session");
    anna.cookies.put("cm_session", session);
    assertThat(Browser.way(anna.get("/inbox"))).startsWith("/inbox/signin?to=");
  }

  @Test
  void nobodyIsLedElsewhere() throws Exception {
    Browser anna = signedIn("anna", "runner");
    for (String to :
        List.of(
            "https://evil.example/",
            "//evil.example/inbox",
            "/\\evil.example",
            "/inbox//evil.example",
            "/inbox/../x",
            "/inbox@evil.example",
            "/inboxes",
            "javascript:alert(1)",
            "/hooks/x")) {
      String path = "/inbox/signin?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8);
      assertThat(Browser.way(anna.get(path))).as(to).isEqualTo("/inbox");
    }
    Browser led = new Browser(client, server.port());
    Map<String, String> elsewhere = Browser.hidden(led.get("/inbox/signin").body());
    elsewhere.putAll(Map.of("name", "anna", "password", PASSWORD));
    elsewhere.put("to", "//evil.example/\r\nSet-Cookie: a=b");
    assertThat(Browser.way(led.post("/inbox/signin", elsewhere))).isEqualTo("/inbox");

    Browser browser = new Browser(client, server.port());
    String asked = Browser.way(browser.get("/inbox/tasks/default/7?lang=de"));
    Map<String, String> fields = Browser.hidden(browser.get(asked).body());
    fields.putAll(Map.of("name", "anna", "password", PASSWORD));
    assertThat(Browser.way(browser.post("/inbox/signin", fields)))
        .isEqualTo("/inbox/tasks/default/7?lang=de");
  }

  @Test
  void aViewerSeesAndDoesNotAnswerAndOthersSeeNothing() throws Exception {
    long run = asked("Order 12");
    String path = "/inbox/tasks/default/" + run;
    Browser anna = signedIn("anna", "runner");
    Browser vic = signedIn("vic", "viewer");
    assertThat(put("/api/v1/projects/sales", JsonObject.of("name", "Sales")).status())
        .isEqualTo(200);
    account("sam", JsonObject.of("sales", "admin"));
    Browser sam = new Browser(client, server.port());
    assertThat(sam.signIn("sam", PASSWORD)).isEqualTo("/inbox");

    assertThat(vic.get("/inbox").body()).contains("Order 12");
    assertThat(vic.get(path).body())
        .contains("Order 12", "You may see this task, but not answer it")
        .doesNotContain("<form", "<button", "cs_");
    Map<String, String> fields = filled(anna, path);
    fields.put("confirm", Browser.hidden(vic.get("/inbox").body()).get("confirm"));
    HttpResponse<String> refused = vic.post(path, fields);
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("You may not do this");

    assertThat(sam.get("/inbox").body()).contains("Nothing is open").doesNotContain("Order 12");
    assertThat(sam.get(path).statusCode()).isEqualTo(403);
    assertThat(sam.get("/inbox/tasks/sales/" + run).statusCode()).isEqualTo(410);
    assertThat(sam.get("/inbox/tasks/none/" + run).statusCode()).isEqualTo(403);
    assertThat(sam.get("/inbox?done=default." + run).body()).doesNotContain("Order 12");
    assertThat(ended(run).get("status")).isEqualTo("waiting");
  }

  @Test
  void theLogTellsWhoCameAndWhoAnswered() throws Exception {
    long run = asked("Order");
    String path = "/inbox/tasks/default/" + run;
    Browser anna = signedIn("anna", "runner");
    Browser other = new Browser(client, server.port());
    assertThat(other.signIn("anna", "not the password")).isEqualTo("401");
    assertThat(other.signIn("my password, in the wrong field", "x")).isEqualTo("401");
    assertThat(anna.post(path, filled(anna, path)).statusCode()).isEqualTo(303);
    anna.post("/inbox/signout", Browser.hidden(anna.get("/inbox").body()));

    JsonArray lines = audit();
    for (int i = 0; i < 100 && !lines.toString().contains("signOutWithBrowser"); i++) {
      Thread.sleep(20); // it is written soon, not at once
      lines = audit();
    }
    List<String> told =
        lines.stream()
            .map(each -> (JsonObject) Objects.requireNonNull(each))
            .filter(each -> String.valueOf(each.get("path")).startsWith("/inbox"))
            .map(each -> each.get("who") + " " + each.get("what") + " " + each.get("status"))
            .toList();
    assertThat(told)
        .containsExactly(
            "anna signOutWithBrowser 303",
            "anna answerTaskWithBrowser 303",
            "nobody signInWithBrowser 401",
            "anna signInWithBrowser 401",
            "anna signInWithBrowser 303");
    assertThat(lines.toString()).doesNotContain("wrong field");
  }

  @Test
  void whoTriesTooOftenHasToWait() throws Exception {
    account("anna", JsonObject.of("default", "runner"));
    Browser browser = new Browser(client, server.port());
    for (int i = 0; i < 5; i++) {
      assertThat(browser.signIn("anna", "wrong " + i)).isEqualTo("401");
    }
    Map<String, String> fields = Browser.hidden(browser.get("/inbox/signin").body());
    fields.putAll(Map.of("name", "anna", "password", PASSWORD));
    HttpResponse<String> refused = browser.post("/inbox/signin", fields);
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.body()).contains("Too many tries went wrong. Wait");
  }

  private JsonArray audit() throws Exception {
    return (JsonArray) Objects.requireNonNull(get("/api/v1/audit").json().get("lines"));
  }
}
