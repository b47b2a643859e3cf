package io.concertmaster.model.edit;

import io.concertmaster.model.Connection;
import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.OnError;
import io.concertmaster.model.Placement;
import io.concertmaster.model.Settings;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.io.Fragment;
import io.concertmaster.node.data.Item;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Edits of every kind that fit a workflow, from a seed. */
final class RandomEdits {
  private final Random random;

  RandomEdits(long seed) {
    random = new Random(seed);
  }

  Edit next(Workflow workflow) {
    List<String> ids = new ArrayList<>(workflow.nodes().keySet());
    if (ids.isEmpty()) {
      return add(workflow);
    }
    String id = ids.get(random.nextInt(ids.size()));
    return switch (random.nextInt(15)) {
      case 0, 1 -> add(workflow);
      case 2 -> new RemoveNodes(Set.copyOf(some(ids)), random.nextBoolean());
      case 3 -> new RenameNode(id, "Node " + random.nextInt(30));
      case 4 ->
          SetParameters.one(
              workflow,
              id,
              "p" + random.nextInt(3),
              random.nextInt(4) == 0
                  ? null
                  : "={{ $('" + workflow.nodes().get(ids.getFirst()).name() + "').item }}");
      case 5 ->
          SetNodeSettings.of(
              workflow,
              some(ids),
              node -> node.withDisabled(!node.disabled()).withOnError(OnError.CONTINUE));
      case 6, 7 -> new MoveNodes(Map.of(id, Placement.at(random.nextInt(999), -0.5)));
      case 8 -> MoveNodes.resize(id, new Placement(1, 2, random.nextInt(99) + 1.0, 4));
      case 9, 10 -> new Connect(List.of(connection(ids), connection(ids)));
      case 11 -> new Disconnect(some(workflow.connections()));
      case 12 ->
          random.nextBoolean()
              ? new SetWorkflowName("Flow " + random.nextInt(5))
              : new SetSettings(
                  Settings.DEFAULT.withTimeout(
                      Optional.of(Duration.ofSeconds(random.nextInt(5) + 1))));
      case 13 ->
          new PinData(
              id, random.nextBoolean() ? Optional.empty() : Optional.of(List.of(Item.of("a", 1))));
      default ->
          Batch.of(
              "Paste and move",
              new Paste(Fragment.of(workflow, some(ids)), 40, 40),
              new MoveNodes(Map.of(id, Placement.at(0, 0))));
    };
  }

  private AddNode add(Workflow workflow) {
    String name = "Node " + random.nextInt(30);
    return new AddNode(
        Slug.of(name, workflow.nodes().keySet()),
        NodeDefinition.of("flow.noOp", 1, name),
        random.nextBoolean() ? Optional.empty() : Optional.of(Placement.at(random.nextInt(9), 1)));
  }

  private Connection connection(List<String> ids) {
    return new Connection(
        ids.get(random.nextInt(ids.size())),
        random.nextBoolean() ? "main" : "true",
        ids.get(random.nextInt(ids.size())),
        "main");
  }

  private <T> List<T> some(List<T> all) {
    return all.stream().filter(each -> random.nextInt(4) == 0).toList();
  }
}
