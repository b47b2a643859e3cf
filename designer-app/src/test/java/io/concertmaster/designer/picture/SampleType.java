package io.concertmaster.designer.picture;

import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;

/** A node type that has a face only. */
public record SampleType(NodeDescriptor descriptor) implements NodeType {
  @Override
  public NodeResult run(NodeContext context) {
    throw new UnsupportedOperationException("nothing runs here");
  }
}
