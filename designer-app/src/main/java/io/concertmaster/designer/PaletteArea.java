package io.concertmaster.designer;

import io.concertmaster.canvas.GraphCanvas;
import io.concertmaster.canvas.graph.GraphNode;
import io.concertmaster.designer.frame.OverlayLayer;
import io.concertmaster.node.NodeCatalog;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.palette.DragGhost;
import io.concertmaster.palette.NodePalette;
import io.concertmaster.palette.PaletteDrag;
import java.util.function.Supplier;
import javafx.geometry.Point2D;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * The palette beside the canvas of the document in front. On the way to the canvas a ghost follows
 * the pointer; over the canvas the canvas itself shows where the node would come to stand.
 */
final class PaletteArea implements PaletteDrag {
  private final NodePalette palette;
  private final Supplier<Desk> desk;
  private final OverlayLayer overlay;
  private @Nullable DragGhost ghost;

  PaletteArea(NodeCatalog catalog, Supplier<Desk> desk, OverlayLayer overlay) {
    this.desk = desk;
    this.overlay = overlay;
    this.palette = new NodePalette(catalog, node -> desk.get().hands().add(node), this);
  }

  Region region() {
    return palette;
  }

  void focusSearch() {
    palette.focusSearch();
  }

  @Override
  public void moved(NodeDescriptor node, double sceneX, double sceneY) {
    boolean over = canvas().dropPreview(card(node), sceneX, sceneY);
    DragGhost shown = ghost;
    if (shown == null) {
      shown = new DragGhost(node);
      ghost = shown;
      overlay.attach(shown);
    }
    shown.setVisible(!over);
    Point2D place = overlay.sceneToLocal(sceneX, sceneY);
    shown.moveTo(place.getX(), place.getY());
  }

  @Override
  public void dropped(NodeDescriptor node, double sceneX, double sceneY) {
    end();
    canvas().drop(card(node), node, sceneX, sceneY);
  }

  @Override
  public void cancelled() {
    end();
    canvas().endDropPreview();
  }

  private void end() {
    if (ghost != null) {
      overlay.detach(ghost);
      ghost = null;
    }
  }

  private GraphCanvas canvas() {
    return desk.get().area().canvas();
  }

  private GraphNode card(NodeDescriptor node) {
    return desk.get().area().preview(node);
  }
}
