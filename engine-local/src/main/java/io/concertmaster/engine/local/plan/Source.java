package io.concertmaster.engine.local.plan;

/**
 * Where a wire begins that ends at an input.
 *
 * @param node id of the node
 * @param output id of its output
 */
record Source(String node, String output) {}
