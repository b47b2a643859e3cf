package io.concertmaster.nodes.flow;

import io.concertmaster.node.EachItem;
import io.concertmaster.node.Family;
import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.stream.Collectors;

/** Marks the run with values by which people find it again. */
public final class MarkRun implements NodeType {
  private static final NodeDescriptor DESCRIPTOR =
      NodeDescriptor.of("flow.markRun", "Mark run")
          .summary("Marks the run with values by which you find it again")
          .family(Family.FLOW)
          .icon("mdoal-label")
          .keywords("execution", "data", "custom", "tag", "search", "annotate", "metadata")
          .property(
              Property.of(
                      "marks",
                      "Marks",
                      PropertyKind.entries(
                          "mark",
                          Property.of("name", "Name", PropertyKind.text("order"))
                              .help("Up to 50 characters.")
                              .mandatory(),
                          Property.of("value", "Value", PropertyKind.text())
                              .help("Up to 512 characters, such as {{ $json.id }}.")))
                  .help("What the run is marked with; of several items the last counts.")
                  .mandatory())
          .documentation(
              """
              Marks the run, so that among thousands you find the one of order 4711. A run has up to
              ten marks. Items pass unchanged.
              """)
          .build();

  @Override
  public NodeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public String caption(JsonObject parameters) {
    return parameters.get("marks") instanceof JsonArray marks
        ? marks.stream()
            .filter(JsonObject.class::isInstance)
            .map(mark -> String.valueOf(((JsonObject) mark).getOrDefault("name", "")))
            .limit(3)
            .collect(Collectors.joining(", "))
        : "";
  }

  @Override
  public NodeResult run(NodeContext context) throws NodeException, InterruptedException {
    EachItem.of(
        context,
        (item, position) -> {
          for (Parameters mark : context.parameters(item, position).entries("marks")) {
            context.runData().customData(mark.requiredText("name"), mark.text("value"));
          }
          context.output().add(item.pairedTo(position, 0));
        });
    return NodeResult.done();
  }
}
