package io.concertmaster.conformance;

import io.concertmaster.engine.RunStatus;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happened in a run, in the terms of the recordings.
 *
 * @param status how it ended
 * @param error why it failed; empty where it did not
 * @param order names of the nodes, in the order in which they started
 * @param runs by node name, what it sent each time that it ran
 */
record Trace(RunStatus status, String error, List<String> order, Map<String, List<NodeRun>> runs) {
  /** What a node sent each time; nothing where it did not run. */
  List<NodeRun> of(String node) {
    return runs.getOrDefault(node, List.of());
  }

  /**
   * One time that a node ran.
   *
   * @param failed whether it failed
   * @param outputs what left each output, in the order of the outputs
   */
  record NodeRun(boolean failed, List<List<Sent>> outputs) {
    /** What left an output; nothing where it does not exist. */
    List<Sent> output(int position) {
      return position < outputs.size() ? outputs.get(position) : List.of();
    }
  }

  /**
   * An item.
   *
   * @param json its record
   * @param paired the items of which it is made, as {@code [{item, input}]}
   * @param binary its files by name: {@code {fileName, mimeType, data}}, the data as base64
   */
  record Sent(@Nullable Object json, Object paired, Map<String, Object> binary) {}
}
