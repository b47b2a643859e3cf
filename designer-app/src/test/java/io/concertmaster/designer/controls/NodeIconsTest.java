package io.concertmaster.designer.controls;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeType;
import io.concertmaster.nodes.BuiltInNodes;
import io.concertmaster.palette.IconTile;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class NodeIconsTest {
  private static final int SIDE = 48;

  private static List<NodeDescriptor> descriptors() {
    return BuiltInNodes.catalog().all().stream().map(NodeType::descriptor).toList();
  }

  @Test
  void theIconPackHasTheIconOfEachNode() {
    assertThat(descriptors())
        .isNotEmpty()
        .filteredOn(node -> !IconTile.literal(node.icon()).equals(node.icon()))
        .extracting(NodeDescriptor::icon)
        .isEmpty();
  }

  @Test
  void theIconOfEachNodeShows() {
    assertThat(descriptors())
        .filteredOn(node -> iconPixels(node) < 40)
        .extracting(NodeDescriptor::icon)
        .isEmpty();
  }

  /** How many pixels of the tile have not its colour. */
  private static long iconPixels(NodeDescriptor node) {
    WritableImage image =
        WaitForAsyncUtils.waitForAsyncFx(
            30_000, () -> new Scene(new IconTile(node, SIDE), SIDE, SIDE).snapshot(null));
    PixelReader pixels = image.getPixelReader();
    Color tile = pixels.getColor(2, SIDE / 2);
    long icon = 0;
    for (int x = 4; x < SIDE - 4; x++) {
      for (int y = 4; y < SIDE - 4; y++) {
        icon += pixels.getColor(x, y).equals(tile) ? 0 : 1;
      }
    }
    return icon;
  }
}
