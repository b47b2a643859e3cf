package io.concertmaster.palette;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.Family;
import io.concertmaster.node.NodeDescriptor;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodeSearchTest {
  private final NodeDescriptor filter =
      NodeDescriptor.of("data.filter", "Filter")
          .summary("Keep items that meet conditions")
          .keywords("where", "drop")
          .build();
  private final NodeDescriptor choose =
      NodeDescriptor.of("flow.if", "If")
          .summary("Two ways by a condition")
          .family(Family.FLOW)
          .keywords("branch")
          .build();
  private final NodeDescriptor sort =
      NodeDescriptor.of("data.sort", "Sort").summary("Put items in order").build();
  private final NodeSearch search = new NodeSearch(List.of(filter, choose, sort));

  @Test
  void namesComeFirst() {
    assertThat(search.find("if").getFirst()).isEqualTo(choose);
    assertThat(search.find("so")).containsExactly(sort);
  }

  @Test
  void keywordsAndSummariesFindToo() {
    assertThat(search.find("where")).containsExactly(filter);
    assertThat(search.find("order")).containsExactly(sort);
  }

  @Test
  void nothingIsFoundForAWordThatNobodyUses() {
    assertThat(search.find("xylophone")).isEmpty();
  }

  @Test
  void aBlankSearchKeepsTheOrder() {
    assertThat(search.find(" ")).containsExactly(filter, choose, sort);
  }

  @Test
  void groupsFollowTheOrderOfTheFamilies() {
    assertThat(PaletteRow.grouped(List.of(filter, choose, sort)))
        .containsExactly(
            new PaletteRow.Heading(Family.FLOW),
            new PaletteRow.Entry(choose),
            new PaletteRow.Heading(Family.DATA),
            new PaletteRow.Entry(filter),
            new PaletteRow.Entry(sort));
  }
}
