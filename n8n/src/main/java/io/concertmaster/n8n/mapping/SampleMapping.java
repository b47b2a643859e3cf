package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.Port;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Optional;

/** n8n's course nodes {@code n8nTrainingCustomerDatastore} and {@code …Messenger}. */
final class SampleMapping implements NodeMapping {
  private static final String STORE = "n8n-nodes-base.n8nTrainingCustomerDatastore";
  private static final String MESSENGER = "n8n-nodes-base.n8nTrainingCustomerMessenger";
  private static final String OUR_STORE = "data.sample";
  private static final String OUR_MESSENGER = "data.sampleMessage";

  @Override
  public List<String> types() {
    return List.of(STORE, MESSENGER);
  }

  @Override
  public Optional<Mapped> read(ForeignNode node, Findings findings) {
    Fixed.tell(node, findings, "operation", "returnAll");
    if (node.type().equals(MESSENGER)) {
      return Optional.of(
          Mapped.of(
              OUR_MESSENGER,
              JsonObject.of(
                  "customer", node.value("customerId", ""), "message", node.value("message", ""))));
    }
    boolean one = node.text("operation", "getAllPeople").equals("getOnePerson");
    Object count = one ? 1L : node.flag("returnAll", false) ? 5L : node.value("limit", 5L);
    return Optional.of(Mapped.of(OUR_STORE, JsonObject.of("kind", "customers", "count", count)));
  }

  @Override
  public Optional<Written> write(String type, JsonObject ours, Findings findings) {
    List<String> main = List.of(Port.MAIN);
    if (type.equals(OUR_MESSENGER)) {
      JsonObject written =
          JsonObject.of("customerId", ours.get("customer"), "message", ours.get("message"));
      return Optional.of(new Written(MESSENGER, 1, written, main, main));
    }
    if (!type.equals(OUR_STORE)) {
      return Optional.empty();
    }
    String kind = ours.get("kind") instanceof String text ? text : "customers";
    Object count = ours.get("count");
    return Optional.of(
        kind.equals("customers")
            ? new Written(
                STORE,
                1,
                JsonObject.of("operation", "getAllPeople", "limit", count == null ? 5L : count),
                main,
                main)
            : DebugMapping.random(ours, kind, count == null ? 5L : count, findings));
  }
}
