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
        .filteredOn(node -> whitePixels(node) < 40)
        .extracting(NodeDescriptor::icon)
        .isEmpty();
  }

  private static long whitePixels(NodeDescriptor node) {
    WritableImage image =
        WaitForAsyncUtils.waitForAsyncFx(
            30_000, () -> new Scene(new IconTile(node, SIDE), SIDE, SIDE).snapshot(null));
    PixelReader pixels = image.getPixelReader();
    long white = 0;
    for (int x = 4; x < SIDE - 4; x++) {
      for (int y = 4; y < SIDE - 4; y++) {
        white += pixels.getColor(x, y).equals(Color.WHITE) ? 1 : 0;
      }
    }
    return white;
  }
}
