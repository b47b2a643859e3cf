package io.concertmaster.node.testkit;

import io.concertmaster.node.Binaries;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeMemory;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.RunData;
import io.concertmaster.node.data.BinaryData;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * What came of a {@link NodeRun}.
 *
 * @param outputs the items that left by each output, in the order of the ports; those written
 *     before a failure too
 * @param rejected the items that the node put aside
 * @param result how it ended, where it did not fail
 * @param failure why it failed, where it did
 * @param log lines that it wrote to the run's log
 * @param binaries the store with the files that it was given and that it made
 * @param memory what it keeps for its next activation
 * @param runData what it leaves to the next run, and the marks of this one
 * @param told what it said to those outside
 */
public record Outcome(
    List<List<Item>> outputs,
    List<Rejected> rejected,
    Optional<NodeResult> result,
    Optional<NodeException> failure,
    List<String> log,
    Binaries binaries,
    NodeMemory memory,
    RunData runData,
    Optional<JsonObject> told) {
  public Outcome {
    outputs = List.copyOf(outputs);
    rejected = List.copyOf(rejected);
    log = List.copyOf(log);
  }

  /**
   * An item that the node put aside.
   *
   * @param position its position in the input
   */
  public record Rejected(Item item, long position, NodeException error) {}

  /**
   * The items that left by the first output.
   *
   * @throws AssertionError when the node failed
   */
  public List<Item> items() {
    return items(0);
  }

  /**
   * The items that left by an output, by its position.
   *
   * @throws AssertionError when the node failed
   */
  public List<Item> items(int output) {
    if (failure.isPresent()) {
      throw new AssertionError("the node failed: " + failure.get().getMessage(), failure.get());
    }
    return outputs.get(output);
  }

  /**
   * The records of the items that left by the first output.
   *
   * @throws AssertionError when the node failed
   */
  public List<JsonObject> records() {
    return records(0);
  }

  /**
   * The records of the items that left by an output, by its position.
   *
   * @throws AssertionError when the node failed
   */
  public List<JsonObject> records(int output) {
    return items(output).stream().map(Item::json).toList();
  }

  /**
   * Why the node failed.
   *
   * @throws AssertionError when it did not
   */
  public NodeException error() {
    return failure.orElseThrow(() -> new AssertionError("the node did not fail"));
  }

  /** The bytes of a file that travels with an item. */
  public byte[] bytes(BinaryData file) throws NodeException, IOException {
    try (InputStream stream = binaries.open(file)) {
      return stream.readAllBytes();
    }
  }
}
