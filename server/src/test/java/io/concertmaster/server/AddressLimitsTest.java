package io.concertmaster.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.data.JsonObject;
import io.concertmaster.server.http.AddressLimits;
import io.concertmaster.server.reach.AddressBlock;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One address cannot take the room of all; behind a proxy each client counts for itself. */
class AddressLimitsTest extends ServerFixture {
  private static final JsonObject WRONG = JsonObject.of("name", "anna", "password", "not this one");

  private void limited(int requests, int failures, String... proxies) throws Exception {
    server.close();
    List<AddressBlock> trusted = List.of(proxies).stream().map(AddressBlock::of).toList();
    start(options().limiting(new AddressLimits(requests, failures, trusted)));
  }

  private Reply from(String client, String path, String token) throws Exception {
    return send(request(token, path).header("X-Forwarded-For", client).build());
  }

  private Reply signIn(String client) throws Exception {
    HttpRequest request =
        request(null, "/api/v1/login")
            .header("X-Forwarded-For", client)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(WRONG.toString()))
            .build();
    return send(request);
  }

  @Test
  void whoAsksTooOftenIsToldWhenToComeAgainAndOthersAreServed() throws Exception {
    limited(1, 0, "127.0.0.1");
    for (int i = 0; i < 10; i++) {
      assertThat(from("192.0.2.7", "/hooks/none", null).status()).isEqualTo(404);
    }

    Reply refused = null;
    for (int i = 0; i < 5 && (refused == null || refused.status() != 429); i++) {
      refused = from("192.0.2.7", "/hooks/none", null); // a token may have come meanwhile
    }

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.json().get("type")).isEqualTo("urn:concertmaster:problem:too-many-requests");
    assertThat(refused.json().get("status")).isEqualTo(429L);
    assertThat(refused.response().headers().firstValue("Content-Type"))
        .contains("application/problem+json");
    assertThat(refused.response().headers().firstValue("Retry-After")).contains("1");
    assertThat(from("192.0.2.8", "/hooks/none", null).status()).isEqualTo(404);
    assertThat(from("192.0.2.7", "/health", null).status()).isEqualTo(200);
    assertThat(from("192.0.2.7", "/assets/form.css", null).status()).isEqualTo(200);
  }

  @Test
  void aPersonGetsAPageInTheirLanguage() throws Exception {
    limited(1, 0, "127.0.0.1");
    Reply refused = null;
    for (int i = 0; i < 20 && (refused == null || refused.status() != 429); i++) {
      refused =
          send(
              request(null, "/forms/none")
                  .header("X-Forwarded-For", "192.0.2.7")
                  .header("Accept-Language", "de")
                  .build());
    }

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.response().body()).contains("Gerade ist zu viel los", "form.css");
    assertThat(refused.response().headers().firstValue("Retry-After")).contains("1");
    assertThat(refused.response().headers().firstValue("Content-Security-Policy")).isPresent();
  }

  @Test
  void whoFailsTooOftenIsRefusedWhereverSecretsAreJudgedButNotAtForms() throws Exception {
    limited(1_000, 3, "127.0.0.1");
    for (int i = 0; i < 3; i++) {
      assertThat(from("2001:db8::" + i, "/api/v1/runs", "cm_wrong").status()).isEqualTo(401);
    }

    Reply refused = from("2001:db8::77", "/api/v1/runs", "cm_wrong");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.response().headers().firstValue("Retry-After").map(Integer::parseInt))
        .hasValueSatisfying(seconds -> assertThat(seconds).isBetween(1, 20));
    assertThat(from("2001:db8::77", "/hooks/none", null).status()).isEqualTo(429);
    assertThat(signIn("2001:db8::77").status()).isEqualTo(429);
    assertThat(from("2001:db8::77", "/forms/none", null).status()).isEqualTo(404);
    assertThat(from("2001:db8:0:1::1", "/api/v1/runs", "cm_wrong").status()).isEqualTo(401);
  }

  @Test
  void everyTryToSignInCounts() throws Exception {
    limited(1_000, 2, "127.0.0.1");

    assertThat(signIn("192.0.2.7").status()).isEqualTo(401);
    assertThat(signIn("192.0.2.7").status()).isEqualTo(401);
    assertThat(signIn("192.0.2.7").status()).isEqualTo(429);
    assertThat(signIn("192.0.2.8").status()).isEqualTo(401);
  }

  @Test
  void withoutATrustedProxyTheHeaderIsNotBelievedAndThisMachineHasNoLimit() throws Exception {
    limited(1, 1);
    for (int i = 0; i < 30; i++) {
      assertThat(from("192.0.2.7", "/api/v1/runs", "cm_wrong").status()).isEqualTo(401);
    }
  }

  @Test
  void theAuditLogNamesTheClientNotTheProxy() throws Exception {
    limited(1_000, 0, "127.0.0.1");
    from("192.0.2.7", "/api/v1/runs", null);

    String log = get("/api/v1/audit").response().body();
    for (int i = 0; i < 100 && !log.contains("192.0.2.7"); i++) {
      Thread.sleep(50); // the log is written a moment later
      log = get("/api/v1/audit").response().body();
    }
    assertThat(log).contains("\"address\":\"192.0.2.7\"");
  }
}
