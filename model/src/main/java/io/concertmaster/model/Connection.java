package io.concertmaster.model;

import io.concertmaster.node.Port;

/**
 * Items go from an output of one node to an input of another.
 *
 * @param source id of the node they leave
 * @param output id of its output
 * @param target id of the node they reach
 * @param input id of its input
 */
public record Connection(String source, String output, String target, String input) {
  /** From the main output of one node to the main input of another. */
  public static Connection of(String source, String target) {
    return new Connection(source, Port.MAIN, target, Port.MAIN);
  }

  /** As files write it: {@code check:true -> approve}; the main ports are left out. */
  @Override
  public String toString() {
    return end(source, output) + " -> " + end(target, input);
  }

  private static String end(String node, String port) {
    return port.equals(Port.MAIN) ? node : node + ":" + port;
  }
}
