package io.concertmaster.nodes.data;

import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.data.FieldPath;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.nodes.join.Alike;
import io.concertmaster.nodes.join.Dealt;
import io.concertmaster.nodes.join.JoinKey;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says what two lists have in common and where they differ. */
public final class CompareDatasets implements NodeType {
  @Override
  public NodeDescriptor descriptor() {
    return CompareFace.DESCRIPTOR;
  }

  @Override
  public String caption(JsonObject parameters) {
    return parameters.get("fields") instanceof JsonArray pairs
        ? pairs.stream()
            .filter(JsonObject.class::isInstance)
            .map(pair -> String.valueOf(((JsonObject) pair).get("first")))
            .limit(3)
            .collect(Collectors.joining(", ", "by ", ""))
        : "";
  }

  @Override
  public NodeResult run(NodeContext context) throws NodeException, InterruptedException {
    Parameters settings = context.parameters();
    boolean dots = settings.flag("dotNotation");
    Alike alike =
        !settings.flag("loose")
            ? Alike.EXACT
            : settings.flag("zeroIsEmpty") ? Alike.LOOSEST : Alike.LOOSE;
    List<FieldPath> firsts = new ArrayList<>();
    List<FieldPath> seconds = new ArrayList<>();
    for (Parameters pair : settings.entries("fields")) {
      String first = pair.requiredText("first");
      String second = pair.text("second");
      firsts.add(dots ? FieldPath.of(first) : FieldPath.ofName(first));
      String other = second.isEmpty() ? first : second;
      seconds.add(dots ? FieldPath.of(other) : FieldPath.ofName(other));
    }
    if (firsts.isEmpty()) {
      throw new NodeException("There are no fields to match: add a pair in the node's settings")
          .atProperty("fields");
    }
    Differences differences =
        new Differences(
            alike,
            settings.flag("missingIsEmpty"),
            firsts.stream().map(FieldPath::text).toList(),
            settings.texts("skip"),
            dots,
            settings.text("names").equals("numbers") ? "input1" : "inputA",
            settings.text("names").equals("numbers") ? "input2" : "inputB");
    new DatasetsJoin(
            context,
            new Dealt.Side(0, new JoinKey(firsts, alike, false)),
            new Dealt.Side(1, new JoinKey(seconds, alike, true)),
            settings.text("matches").equals("first"),
            Resolution.of(settings, differences))
        .run();
    return NodeResult.done();
  }
}
