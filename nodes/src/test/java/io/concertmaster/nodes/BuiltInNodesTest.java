package io.concertmaster.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.concertmaster.node.NodeType;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.testkit.DescriptorRules;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

class BuiltInNodesTest {
  static List<NodeType> types() {
    return BuiltInNodes.catalog().all();
  }

  @ParameterizedTest
  @MethodSource("types")
  void every_descriptor_is_complete(NodeType type) {
    assertThat(DescriptorRules.complaints(type)).as(type.descriptor().type()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("types")
  void every_icon_exists(NodeType type) {
    String icon = type.descriptor().icon();

    assertThatCode(() -> find(icon)).as(type.descriptor().type()).doesNotThrowAnyException();
  }

  private static Object find(String icon) {
    return switch (icon.substring(0, icon.indexOf('-'))) {
      case "mdal" -> Material2AL.findByDescription(icon);
      case "mdmz" -> Material2MZ.findByDescription(icon);
      case "mdoal" -> Material2OutlinedAL.findByDescription(icon);
      case "mdomz" -> Material2OutlinedMZ.findByDescription(icon);
      default -> throw new IllegalArgumentException("another style than the others: " + icon);
    };
  }

  @ParameterizedTest
  @MethodSource("types")
  void ports_and_caption_stand_without_settings(NodeType type) {
    assertThat(type.inputs(JsonObject.empty())).hasSameSizeAs(type.descriptor().inputs());
    assertThat(type.outputs(JsonObject.empty())).hasSameSizeAs(type.descriptor().outputs());
    assertThat(type.caption(JsonObject.empty())).doesNotContain("null", "\n");
  }
}
