package io.concertmaster.server.reach;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.Network;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.testkit.NodeRun;
import io.concertmaster.node.testkit.Outcome;
import io.concertmaster.nodes.http.FeedRead;
import io.concertmaster.nodes.http.HttpRequestNode;
import io.concertmaster.nodes.sql.SqlQuery;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The list of attacks in {@code ssrf.txt}, by the real nodes under the policy of a server. A canary
 * listens on every address of this machine; nothing may reach it, and each attack is to be told as
 * what it is, not as a connection that failed.
 */
class SsrfTest {
  /** What the nodes and the policy say when they refuse. */
  private static final Pattern REFUSED =
      Pattern.compile(
          "public internet only|no plain name|hand out secrets|is no address"
              + "|The URL (is no web address|must begin with http|has no host name|holds a user)"
              + "|was sent on to (something that is no web address|an address that is none)"
              + "|is no host: give its name");

  private record Attack(String place, String text) {}

  private Canary canary;
  private Canary open;

  @BeforeEach
  void start() throws IOException {
    canary = Canary.everywhere();
    open = Canary.everywhere();
  }

  @AfterEach
  void stop() {
    canary.close();
    open.close();
  }

  /** As a hostile name server would have it: every name that is not known leads here. */
  private Network guarded(String... addresses) {
    List<InetAddress> found =
        addresses.length == 0
            ? List.of(InetAddress.ofLiteral("127.0.0.1"))
            : Arrays.stream(addresses).map(InetAddress::ofLiteral).toList();
    return new GuardedNetwork(
        List.of(Grant.of("open.test:" + open.port())),
        name -> name.equals("open.test") ? List.of(InetAddress.ofLiteral("127.0.0.1")) : found);
  }

  private List<Attack> attacks() throws IOException {
    try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("ssrf.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.replace("{port}", Integer.toString(canary.port())).split("\t", 2))
          .map(parts -> new Attack(parts[0], parts[1]))
          .toList();
    }
  }

  private static NodeRun http(Network network, String url) {
    return NodeRun.of(new HttpRequestNode())
        .network(network)
        .with("url", url)
        .with("timeout", 5)
        .stopAtReject()
        .input(Item.of(JsonObject.empty()));
  }

  private NodeRun run(Attack attack) {
    String text = attack.text();
    String door = "http://open.test:" + open.port();
    String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8);
    return switch (attack.place()) {
      case "url" -> http(guarded(), text);
      case "name" -> http(guarded(text.split(" ")), "http://inner.test:" + canary.port() + "/");
      case "redirect" -> http(guarded(), door + "/to?" + encoded);
      case "proxy" -> http(guarded(), door + "/").with("proxy", text);
      case "token" ->
          http(guarded(), door + "/")
              .with("authentication", "oauth2")
              .with("tokenUrl", text)
              .with("clientId", "me")
              .with("clientSecret", "secret");
      case "page" -> http(guarded(), door + "/page").with("pages", "nextUrl").with("nextUrl", text);
      case "feed" ->
          NodeRun.of(new FeedRead())
              .network(guarded())
              .with("url", text)
              .stopAtReject()
              .input(Item.of(JsonObject.empty()));
      case "postgresql" ->
          NodeRun.of(new SqlQuery())
              .network(guarded())
              .with("database", "postgresql")
              .with("host", text)
              .with("port", canary.port())
              .with("databaseName", "d")
              .with("user", "u")
              .with("statement", "SELECT 1")
              .stopAtReject()
              .input(Item.of(JsonObject.empty()));
      default -> throw new IllegalStateException(attack.place());
    };
  }

  @Test
  void noAttackReachesTheServersOwnMachineOrNetwork() throws Exception {
    List<Attack> attacks = attacks();
    assertThat(attacks).hasSizeGreaterThanOrEqualTo(300);
    List<String> wrong = new ArrayList<>();
    for (Attack each : attacks) {
      Optional<NodeException> failure = run(each).run().failure();
      String told = failure.map(NodeException::getMessage).orElse("it went through");
      if (failure.isEmpty() || !REFUSED.matcher(told).find()) {
        wrong.add(each + ": " + told);
      }
      if (!canary.visits().isEmpty()) {
        wrong.add(each + " reached the canary: " + canary.visits());
        canary.visits().clear();
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(open.visits())
        .as("redirects and pages came from the open server")
        .hasSizeGreaterThan(30);
  }

  @Test
  void withoutThePolicyManyOfThemReachIt() throws Exception {
    for (String url :
        List.of(
            "http://127.0.0.1:",
            "http://localhost:",
            "HTTP://LOCALHOST:",
            "http://[::ffff:127.0.0.1]:",
            "http://0.0.0.0:")) {
      http(Network.OPEN, url + canary.port() + "/").run();
    }
    http(Network.OPEN, "http://127.0.0.1:" + open.port() + "/to?http://127.0.0.1:" + canary.port())
        .run();
    assertThat(canary.visits()).hasSize(6);
  }

  @Test
  void whatTheOperatorGrantedIsReached() throws Exception {
    int port = canary.port();
    for (String grant :
        List.of(
            "erp.test",
            "erp.test:" + port,
            "*.test",
            "127.0.0.1",
            "127.0.0.0/8",
            "127.0.0.1:" + port)) {
      Network network =
          new GuardedNetwork(
              List.of(Grant.of(grant)), name -> List.of(InetAddress.ofLiteral("127.0.0.1")));
      Outcome outcome = http(network, "http://erp.test:" + port + "/a%20b?c=d%26e").run();
      assertThat(outcome.failure()).as(grant).isEmpty();
      assertThat(outcome.records()).containsExactly(JsonObject.of("reached", true));
    }
    assertThat(canary.visits()).hasSize(6).containsOnly("erp.test:" + port + "/a b");
    for (String grant : List.of("erp.test:1", "*.erp.test", "127.0.0.2", "10.0.0.0/8", "est")) {
      Network network =
          new GuardedNetwork(
              List.of(Grant.of(grant)), name -> List.of(InetAddress.ofLiteral("127.0.0.1")));
      assertThat(http(network, "http://erp.test:" + port + "/").run().failure())
          .as(grant)
          .hasValueSatisfying(e -> assertThat(e).hasMessageContaining("--allow-net erp.test"));
    }
    assertThat(canary.visits()).hasSize(6);
  }

  @Test
  void aNameThatLeadsElsewhereTheNextTimeIsAskedForOnce() throws Exception {
    try (Canary seen = Canary.at("127.0.0.2", 0);
        Canary behind = Canary.at("127.0.0.1", seen.port())) {
      List<String> asked = new ArrayList<>();
      Network network =
          new GuardedNetwork(
              List.of(Grant.of("127.0.0.2/32")),
              name -> {
                asked.add(name);
                return List.of(
                    InetAddress.ofLiteral(asked.size() == 1 ? "127.0.0.2" : "127.0.0.1"));
              });
      String url = "http://turning.test:" + seen.port() + "/";
      assertThat(http(network, url).run().failure()).isEmpty();
      assertThat(asked).containsExactly("turning.test");
      assertThat(seen.visits()).containsExactly("turning.test:" + seen.port() + "/");
      assertThat(http(network, url).run().failure()).isPresent();
      assertThat(behind.visits()).isEmpty();
    }
  }

  @Test
  void eachRedirectAsksAgain() throws Exception {
    List<String> asked = new ArrayList<>();
    Network network =
        new GuardedNetwork(
            List.of(Grant.of("127.0.0.2/32")),
            name -> {
              asked.add(name);
              return List.of(InetAddress.ofLiteral(asked.size() == 1 ? "127.0.0.2" : "127.0.0.1"));
            });
    String back = "http://turning.test:" + open.port() + "/to?" + open.port();
    assertThat(http(network, back).run().failure())
        .hasValueSatisfying(e -> assertThat(e).hasMessageContaining("public internet only"));
    assertThat(asked).hasSize(2);
    assertThat(open.visits()).hasSize(1);
  }

  @Test
  void aHeaderDoesNotSayWhomARequestIsFor() throws Exception {
    Outcome outcome =
        http(guarded(), "http://open.test:" + open.port() + "/")
            .with("headersJson", JsonObject.of("Host", "inner.test"))
            .run();
    assertThat(outcome.failure()).isPresent();
    assertThat(open.visits()).isEmpty();
  }
}
