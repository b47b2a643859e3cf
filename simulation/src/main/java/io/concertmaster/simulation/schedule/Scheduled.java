package io.concertmaster.simulation.schedule;

import io.concertmaster.node.data.JsonObject;

/**
 * A schedule of a world.
 *
 * @param entry its time in the settings of the node
 * @param rule what that means
 */
record Scheduled(JsonObject entry, Rule rule) {}
