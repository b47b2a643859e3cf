package io.concertmaster.engine.local.journal;

import io.concertmaster.node.data.JsonObject;

/**
 * What a workflow keeps from one run to the next.
 *
 * @param workflow its id
 * @param node id of the node to which it belongs; empty for the workflow
 */
public record StaticData(String workflow, String node, JsonObject values) {}
