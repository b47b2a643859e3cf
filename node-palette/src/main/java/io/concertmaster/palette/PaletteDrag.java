package io.concertmaster.palette;

import io.concertmaster.node.NodeDescriptor;

/**
 * Follows a node on its way out of the palette. Places are in the coordinates of the scene. Made of
 * plain mouse events: the platform's drag and drop is not there without a display.
 */
public interface PaletteDrag {
  /** The pointer moved with a node. */
  void moved(NodeDescriptor node, double sceneX, double sceneY);

  /** The node was let go. */
  void dropped(NodeDescriptor node, double sceneX, double sceneY);

  /** The drag ended without a place. */
  void cancelled();
}
