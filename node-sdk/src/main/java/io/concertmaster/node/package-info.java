/**
 * What the author of a node sees: {@link io.concertmaster.node.NodeType} describes and runs a node,
 * {@link io.concertmaster.node.NodeDescriptor} is its face in the palette and the inspector, {@link
 * io.concertmaster.node.NodeContext} is everything that a running node may use.
 */
@NullMarked
package io.concertmaster.node;

import org.jspecify.annotations.NullMarked;
