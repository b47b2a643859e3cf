package io.concertmaster.n8n.mapping;

import io.concertmaster.node.Port;
import io.concertmaster.node.data.JsonObject;
import java.util.List;

/**
 * What an n8n node becomes.
 *
 * @param type our node type's id, such as {@code flow.if}
 * @param version our node type's version
 * @param parameters its settings
 * @param inputs ids of our inputs, in the order of n8n's {@code main} inputs
 * @param outputs ids of our outputs, in the order of n8n's {@code main} outputs, the error output
 *     apart
 */
public record Mapped(
    String type, int version, JsonObject parameters, List<String> inputs, List<String> outputs) {
  public Mapped {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  /** A node of version 1 with one input and one output. */
  public static Mapped of(String type, JsonObject parameters) {
    return new Mapped(type, 1, parameters, List.of(Port.MAIN), List.of(Port.MAIN));
  }

  /** A trigger of version 1. */
  public static Mapped trigger(String type, JsonObject parameters) {
    return new Mapped(type, 1, parameters, List.of(), List.of(Port.MAIN));
  }

  /** The larger number of ports on one side, those that carry no items apart. */
  public int flowing() {
    return (int) Math.max(flowing(inputs), flowing(outputs));
  }

  private static long flowing(List<String> ports) {
    return ports.stream().filter(port -> !port.startsWith("ai_")).count();
  }

  /** The same node with other inputs. */
  public Mapped withInputs(List<String> ids) {
    return new Mapped(type, version, parameters, ids, outputs);
  }

  /** The same node with other outputs. */
  public Mapped withOutputs(List<String> ids) {
    return new Mapped(type, version, parameters, inputs, ids);
  }
}
