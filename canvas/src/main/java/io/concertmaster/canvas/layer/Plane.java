package io.concertmaster.canvas.layer;

import io.concertmaster.canvas.geometry.EdgeRoute;
import io.concertmaster.canvas.geometry.Viewport;
import javafx.collections.ObservableList;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.transform.Affine;

/** A layer of few retained shapes whose places are in graph units. */
class Plane extends Pane {
  private final Group group = new Group();
  private final Affine transform = new Affine();
  private double zoom = 1;

  Plane() {
    setManaged(false);
    setMouseTransparent(true);
    group.setManaged(false);
    group.getTransforms().add(transform);
    getChildren().add(group);
  }

  /** Lays the plane under a viewport. */
  void show(Viewport viewport) {
    zoom = viewport.zoom();
    transform.setToTransform(zoom, 0, -viewport.x() * zoom, 0, zoom, -viewport.y() * zoom);
  }

  /** The shapes, in graph units. */
  final ObservableList<Node> shapes() {
    return group.getChildren();
  }

  /** A length in graph units that is as many pixels long on the screen. */
  final double pixels(double count) {
    return count / zoom;
  }

  final double zoom() {
    return zoom;
  }

  /** Lets a path follow a route. */
  static void trace(Path path, EdgeRoute route) {
    path.getElements().setAll(new MoveTo(route.coordinate(0), route.coordinate(1)));
    for (int curve = 0; curve < route.curves(); curve++) {
      int at = 2 + curve * 6;
      path.getElements()
          .add(
              new CubicCurveTo(
                  route.coordinate(at),
                  route.coordinate(at + 1),
                  route.coordinate(at + 2),
                  route.coordinate(at + 3),
                  route.coordinate(at + 4),
                  route.coordinate(at + 5)));
    }
  }
}
