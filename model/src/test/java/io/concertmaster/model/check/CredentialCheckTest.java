package io.concertmaster.model.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.node.CredentialSlot;
import io.concertmaster.node.CredentialType;
import io.concertmaster.node.Family;
import io.concertmaster.node.NodeCatalog;
import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.PropertyKind.Option;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is wrong with the credentials that nodes name. */
class CredentialCheckTest {
  private static final CredentialType KEY = type("key");

  private static CredentialType type(String name) {
    return new CredentialType(
        name, name, "", List.of(Property.of("key", "Key", PropertyKind.text()).asSecret()));
  }

  private static NodeType node(NodeDescriptor.Builder face) {
    NodeDescriptor descriptor =
        face.property(
                Property.of(
                        "how",
                        "How",
                        PropertyKind.choice(
                            Option.of("open", "Open"), Option.of("signed", "Signed in")))
                    .defaultsTo("open"))
            .credential(
                CredentialSlot.of("account", "Account", KEY).mandatory().when("how", "signed"))
            .build();
    return new NodeType() {
      @Override
      public NodeDescriptor descriptor() {
        return descriptor;
      }

      @Override
      public NodeResult run(NodeContext context) {
        throw new UnsupportedOperationException();
      }
    };
  }

  private static final NodeCatalog CATALOG =
      new NodeCatalog(
          List.of(
              node(NodeDescriptor.of("test.start", "Start").family(Family.TRIGGERS).inputs()),
              node(NodeDescriptor.of("test.ask", "Ask"))));

  private static List<String> check(
      Object how, String credential, Optional<Map<String, String>> known) {
    return new Checker(CATALOG)
            .check(
                WorkflowBuilder.workflow("w")
                    .node("start", "test.start", "Start")
                    .node("ask", "test.ask", "Ask", JsonObject.of("how", how))
                    .set(
                        "ask",
                        node ->
                            credential.isEmpty()
                                ? node
                                : node.withCredentials(Map.of("account", credential)))
                    .connect("start -> ask")
                    .build(),
                known)
            .stream()
            .map(each ->
                each.severity() + " " + each.code() + " " + each.property() + " " + each.message())
            .toList();
  }

  @Test
  void aSlotThatMustBeFilledAndIsNotIsAnError() {
    assertThat(check("signed", "", Optional.empty()))
        .containsExactly(
            "ERROR MISSING_CREDENTIAL credentials.account “Account” names none: choose one");
  }

  @Test
  void aSlotThatDoesNotApplyOrMayNotIsNotAskedFor() {
    assertThat(check("open", "", Optional.of(Map.of()))).isEmpty();
    assertThat(check("={{ $json.how }}", "", Optional.of(Map.of()))).isEmpty();
  }

  @Test
  void aNameThatIsNotHereIsAWarningWhereItIsKnownWhichThereAre() {
    assertThat(check("signed", "acme", Optional.empty())).isEmpty();
    assertThat(check("signed", "acme", Optional.of(Map.of("acme", "key")))).isEmpty();
    assertThat(check("signed", "acme", Optional.of(Map.of("other", "key"))))
        .containsExactly(
            "WARNING UNKNOWN_CREDENTIAL credentials.account there is no credential “acme” here:"
                + " set it, or choose another one");
  }

  @Test
  void anotherTypeIsAWarning() {
    assertThat(check("signed", "acme", Optional.of(Map.of("acme", "postgres"))))
        .containsExactly(
            "WARNING WRONG_CREDENTIAL credentials.account the credential “acme” is of the type"
                + " postgres, but here fits key: choose another one");
  }

  @Test
  void aTriggerWithoutItsCredentialCanStillBeRunByHand() {
    assertThat(
            new Checker(CATALOG)
                .check(
                    WorkflowBuilder.workflow("w")
                        .node("start", "test.start", "Start", JsonObject.of("how", "signed"))
                        .build()))
        .extracting(Problem::severity)
        .containsExactly(Severity.WARNING);
  }
}
