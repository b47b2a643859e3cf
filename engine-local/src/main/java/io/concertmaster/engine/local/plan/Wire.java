package io.concertmaster.engine.local.plan;

/**
 * Where items of an output go.
 *
 * @param output id of the output
 * @param position the output's position among the node's outputs, the error output last
 * @param target id of the node they reach
 * @param input position of its input
 */
public record Wire(String output, int position, String target, int input) {}
