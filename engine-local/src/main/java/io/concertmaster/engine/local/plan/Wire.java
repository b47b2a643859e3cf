package io.concertmaster.engine.local.plan;

/**
 * Where items of an output go.
 *
 * @param output id of the output
 * @param target id of the node they reach
 * @param input position of its input
 */
public record Wire(String output, String target, int input) {}
