package io.concertmaster.conformance;

import io.concertmaster.n8n.mapping.ForeignNode;
import io.concertmaster.n8n.mapping.Mapped;
import io.concertmaster.n8n.mapping.NodeMapping;
import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.Family;
import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The node of the cases that sends the items of its setting {@code data}, a JSON text. It exists
 * only where cases are judged.
 */
final class TestData implements NodeType {
  private static final String TYPE = "test.data";

  private static final NodeDescriptor DESCRIPTOR =
      NodeDescriptor.of(TYPE, "Test data")
          .summary("Sends the items of its setting")
          .family(Family.DATA)
          .property(Property.of("data", "Data", new PropertyKind.Data()).defaultsTo("[]"))
          .documentation("Sends the items of its setting.")
          .build();

  @Override
  public NodeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public NodeResult run(NodeContext context) throws NodeException, InterruptedException {
    Object data = context.parameters().value("data");
    for (Object each : list(data instanceof String text ? Json.parse(text) : data)) {
      if (each instanceof JsonObject object) {
        boolean whole = object.get("json") instanceof JsonObject && object.size() <= 3;
        context
            .output()
            .add(Item.of(whole ? (JsonObject) Objects.requireNonNull(object.get("json")) : object));
      }
    }
    return NodeResult.done();
  }

  private static List<@Nullable Object> list(@Nullable Object data) {
    return data instanceof JsonArray array ? array : JsonArray.of(data);
  }

  /** Reads the cases' node. */
  static final class Mapping implements NodeMapping {
    @Override
    public List<String> types() {
      return List.of("n8n-nodes-testing.testData");
    }

    @Override
    public Optional<Mapped> read(ForeignNode node, Findings findings) {
      return Optional.of(Mapped.of(TYPE, JsonObject.of("data", node.value("data", "[]"))));
    }
  }
}
