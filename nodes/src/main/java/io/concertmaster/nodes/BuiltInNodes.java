package io.concertmaster.nodes;

import io.concertmaster.node.NodeCatalog;
import io.concertmaster.node.NodeType;
import io.concertmaster.nodes.data.EditFields;
import io.concertmaster.nodes.data.Filter;
import io.concertmaster.nodes.data.Limit;
import io.concertmaster.nodes.data.Sort;
import io.concertmaster.nodes.file.FileConvert;
import io.concertmaster.nodes.file.FileExtract;
import io.concertmaster.nodes.file.FileRead;
import io.concertmaster.nodes.file.FileWrite;
import io.concertmaster.nodes.flow.NoOperation;
import io.concertmaster.nodes.trigger.ManualTrigger;
import java.util.List;

/** The node types that come with the product, in the order of the palette. */
public final class BuiltInNodes {
  private BuiltInNodes() {}

  /** All of them. */
  public static NodeCatalog catalog() {
    return new NodeCatalog(all());
  }

  private static List<NodeType> all() {
    return List.of(
        new ManualTrigger(),
        new NoOperation(),
        new EditFields(),
        new Filter(),
        new Sort(),
        new Limit(),
        new FileRead(),
        new FileExtract(),
        new FileConvert(),
        new FileWrite());
  }
}
