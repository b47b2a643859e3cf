package io.concertmaster.n8n.place;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.model.Placement;
import io.concertmaster.n8n.WildFiles;
import io.concertmaster.n8n.mapping.ForeignNode;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CanvasPlacesTest {
  private static ForeignNode node(Object x, Object y) {
    return new ForeignNode(JsonObject.of("type", "x.a", "position", JsonArray.of(x, y)));
  }

  private static CanvasPlaces places(List<ForeignNode> nodes) {
    return CanvasPlaces.of(nodes.stream().map(each -> new CanvasPlaces.Sized(each, 1)).toList());
  }

  @Test
  void placesAreReadAsNumbersAndAsTexts() {
    CanvasPlaces places = places(List.of(node(100, 40)));
    assertThat(places.of(node(100, 40))).contains(Placement.at(100, 59));
    assertThat(places.of(node("100", "40"))).contains(Placement.at(100, 59));
    assertThat(places.of(node("far", 1))).isEmpty();
    assertThat(places.of(new ForeignNode(JsonObject.empty()))).isEmpty();
  }

  @Test
  void aMovedNodeFindsItsPlaceOnTheOtherCanvas() {
    CanvasPlaces places = places(List.of(node(0, 0), node(220, 0)));
    Placement second = places.of(node(220, 0)).orElseThrow();
    assertThat(second.x()).isEqualTo(300);
    assertThat(places.back(Placement.at(300, 119), false)).isEqualTo(Placement.at(220, 100));
    CanvasPlaces again = CanvasPlaces.ofJson(places.toJson());
    assertThat(again.back(Placement.at(300, 119), false)).isEqualTo(Placement.at(220, 100));
  }

  /** The engine runs what stands higher first, then what stands further left. */
  @Test
  void publishedWorkflowsKeepTheirOrderAndCardsThatWereApartDoNotOverlap() {
    for (Path file : WildFiles.all()) {
      List<ForeignNode> nodes =
          ForeignNode.objects(WildFiles.object(file).get("nodes")).stream()
              .map(ForeignNode::new)
              .filter(each -> !each.type().equals(ForeignPlace.STICKY))
              .toList();
      CanvasPlaces places = places(nodes);
      List<ForeignNode> before = new ArrayList<>(nodes);
      before.sort(
          Comparator.comparingDouble((ForeignNode each) -> at(each).y())
              .thenComparingDouble(each -> at(each).x()));
      List<ForeignNode> after = new ArrayList<>(nodes);
      after.sort(
          Comparator.comparingDouble((ForeignNode each) -> places.of(each).orElseThrow().y())
              .thenComparingDouble(each -> places.of(each).orElseThrow().x()));
      assertThat(after).as(file.toString()).isEqualTo(before);
      for (int i = 1; i < before.size(); i++) {
        apart(before.get(i - 1), before.get(i), places);
      }
    }
  }

  private static ForeignPlace at(ForeignNode node) {
    return ForeignPlace.of(node).orElseThrow();
  }

  private static void apart(ForeignNode a, ForeignNode b, CanvasPlaces places) {
    if (Math.abs(at(a).x() - at(b).x()) >= 96) {
      Optional<Placement> first = places.of(a);
      Optional<Placement> second = places.of(b);
      assertThat(Math.abs(first.orElseThrow().x() - second.orElseThrow().x()))
          .isGreaterThanOrEqualTo(176 - 1e-6);
    }
  }
}
