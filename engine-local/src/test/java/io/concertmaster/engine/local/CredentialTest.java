package io.concertmaster.engine.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunView;
import io.concertmaster.engine.local.credential.HomeCredentials;
import io.concertmaster.model.OnError;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.node.Credential;
import io.concertmaster.node.CredentialSlot;
import io.concertmaster.node.CredentialType;
import io.concertmaster.node.Effect;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CredentialTest extends EngineFixture {
  private static final String SECRET = "Kanarienvogel+/=1";

  private static final CredentialType KEY =
      new CredentialType(
          "key",
          "A key",
          "",
          List.of(
              Property.of("user", "User", PropertyKind.text()).defaultsTo("nobody"),
              Property.of("key", "Key", PropertyKind.text()).asSecret().mandatory()));

  private static final CredentialType OTHER =
      new CredentialType(
          "other",
          "Another",
          "",
          List.of(Property.of("other", "Other", PropertyKind.text()).asSecret()));

  /** What the node opened, and what it did then. */
  private final List<String> effects = new CopyOnWriteArrayList<>();

  /** How the node fails; not at all where it is empty. */
  private String fault = "";

  private NodeType signingIn() {
    NodeDescriptor descriptor =
        NodeDescriptor.of("test.signIn", "Signs in")
            .effect(Effect.UNSAFE)
            .credential(CredentialSlot.of("account", "Account", KEY))
            .build();
    return TestNodes.node(
        descriptor,
        context -> {
          Credential credential = context.requiredCredential("account");
          String secret = credential.values().text("key");
          context.log("signs in with " + secret);
          effects.add(credential.values().text("user") + ":" + secret);
          String base64 =
              Base64.getEncoder()
                  .encodeToString(("user:" + secret).getBytes(StandardCharsets.UTF_8));
          switch (fault) {
            case "node" ->
                throw new NodeException(
                        "refused: " + secret + " and " + base64,
                        new IOException("driver says " + secret))
                    .telling(JsonObject.of("message", "m " + secret, "name", "E"));
            case "program" -> throw new IllegalStateException("broken at " + secret);
            case "item" ->
                context.reject(
                    context.input().get(0),
                    0,
                    new NodeException("item refused: " + secret)
                        .telling(JsonObject.of("message", secret, "name", "E")));
            default -> context.output().add(Item.of("in", true));
          }
          return NodeResult.done();
        });
  }

  private static Workflow workflow(String credential, OnError onError) {
    return WorkflowBuilder.workflow("Signs in")
        .node("start", "test.start", "Start")
        .node("in", "test.signIn", "Sign in")
        .set("in", node -> node.withCredentials(Map.of("account", credential)).withOnError(onError))
        .connect("start -> in")
        .build();
  }

  private RunView signIn(CredentialSource source, String credential) throws Exception {
    return signIn(source, credential, OnError.STOP);
  }

  private RunView signIn(CredentialSource source, String credential, OnError onError)
      throws Exception {
    open(TestNodes.catalog(signingIn()), options().withCredentials(source));
    return run(workflow(credential, onError), Item.of("a", 1));
  }

  private HomeCredentials kept() throws IOException {
    HomeCredentials kept = new HomeCredentials(home);
    kept.put("acme", KEY, JsonObject.of("key", SECRET), Instant.EPOCH);
    return kept;
  }

  private static String failure(RunView view) {
    assertThat(view.status()).isEqualTo(RunStatus.FAILED);
    return view.summary().error().orElseThrow().message();
  }

  /** Files of the home in which the secret stands, in clear or in Base64. */
  private List<String> leaks() throws IOException {
    String base64 = Base64.getEncoder().encodeToString(SECRET.getBytes(StandardCharsets.UTF_8));
    List<String> leaks = new ArrayList<>();
    try (Stream<Path> files = Files.walk(home)) {
      for (Path each : files.filter(Files::isRegularFile).toList()) {
        String text = new String(Files.readAllBytes(each), StandardCharsets.ISO_8859_1);
        if (text.contains("Kanarienvogel") || text.contains(base64.substring(0, 12))) {
          leaks.add(each.toString());
        }
      }
    }
    return leaks;
  }

  @Test
  void a_node_opens_the_credential_that_it_names_with_the_defaults_of_its_fields()
      throws Exception {
    RunView view = signIn(kept(), "acme");

    assertThat(view.status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(effects).containsExactly("nobody:" + SECRET);
    close();
    assertThat(leaks()).isEmpty();
  }

  @Test
  void what_is_not_there_fails_before_the_effect_and_says_what_to_do() throws Exception {
    assertThat(failure(signIn(CredentialSource.NONE, "acme")))
        .isEqualTo(
            "“Sign in”, Account: there is no credential “acme” here: set it, or choose another"
                + " one");
    assertThat(effects).isEmpty();
  }

  @Test
  void another_type_fails_before_the_effect() throws Exception {
    HomeCredentials kept = new HomeCredentials(home);
    kept.put("acme", OTHER, JsonObject.of("other", SECRET), Instant.EPOCH);

    assertThat(failure(signIn(kept, "acme")))
        .contains("the credential “acme” is of the type other, but here fits key");
    assertThat(effects).isEmpty();
  }

  @Test
  void what_another_key_sealed_fails_before_the_effect() throws Exception {
    HomeCredentials kept = kept();
    Files.write(home.resolve("credentials.key"), new byte[32]);

    assertThat(failure(signIn(kept, "acme")))
        .contains("the credential “acme” cannot be opened", "set it again");
    assertThat(effects).isEmpty();
  }

  @Test
  void values_that_lack_what_the_type_demands_fail_before_the_effect() throws Exception {
    CredentialSource partial =
        name -> Optional.of(new CredentialSource.Kept("key", JsonObject.of("user", "ann")));

    assertThat(failure(signIn(partial, "acme"))).contains("is not complete: “key” (Key)");
    assertThat(effects).isEmpty();
  }

  @Test
  void it_is_asked_for_anew_in_each_activation() throws Exception {
    HomeCredentials kept = kept();
    assertThat(signIn(kept, "acme").status()).isEqualTo(RunStatus.SUCCEEDED);
    kept.put("acme", KEY, JsonObject.of("key", "another one"), Instant.EPOCH);

    assertThat(run(workflow("acme", OnError.STOP), Item.of("a", 1)).status())
        .isEqualTo(RunStatus.SUCCEEDED);
    assertThat(effects).containsExactly("nobody:" + SECRET, "nobody:another one");
  }

  @Test
  void what_a_node_says_of_its_failure_tells_no_secret() throws Exception {
    for (String each : List.of("node", "program")) {
      fault = each;
      assertThat(failure(signIn(kept(), "acme"))).contains("•••").doesNotContain("Kanarien");
    }
    fault = "item";
    for (OnError policy : List.of(OnError.CONTINUE, OnError.OUTPUT)) {
      assertThat(signIn(kept(), "acme", policy).status()).isEqualTo(RunStatus.SUCCEEDED);
    }
    close();
    assertThat(effects).hasSize(4);
    assertThat(leaks()).isEmpty();
  }

  @Test
  void a_source_that_cannot_be_read_is_told_of() throws Exception {
    Files.writeString(home.resolve("credentials.json"), "{");

    assertThat(failure(signIn(new HomeCredentials(home), "acme")))
        .contains("credentials.json cannot be read: mend it");
  }

  @Test
  void the_file_binds_values_to_name_and_type() throws Exception {
    HomeCredentials kept = kept();
    Path file = home.resolve("credentials.json");
    Files.writeString(file, Files.readString(file).replace("\"acme\"", "\"other\""));

    assertThat(kept.all()).extracting(HomeCredentials.Entry::name).containsExactly("other");
    assertThatThrownBy(() -> kept.open("other")).isInstanceOf(GeneralSecurityException.class);
  }
}
