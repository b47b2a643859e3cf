package io.concertmaster.designer.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.designer.picture.SampleEngine;
import io.concertmaster.model.NodeDefinition;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class PinnedSectionTest {
  @ParameterizedTest
  @CsvSource({"1, 1 item stands in for", "2, 2 items stand in for"})
  void whatIsPinnedIsToldAsItIsCounted(int count, String words) {
    List<Item> items = Stream.generate(() -> Item.of(JsonObject.of("a", 1L))).limit(count).toList();
    NodeDefinition node = NodeDefinition.of("a.b", 1, "Node").withPinned(Optional.of(items));
    String shown =
        WaitForAsyncUtils.waitForAsyncFx(
            30_000,
            () -> {
              PinnedSection section = new PinnedSection(new SampleEngine(), changed -> {});
              section.show(node, Optional.empty());
              return ((Label) section.lookup(".property-help")).getText();
            });
    assertThat(shown).startsWith(words);
  }
}
