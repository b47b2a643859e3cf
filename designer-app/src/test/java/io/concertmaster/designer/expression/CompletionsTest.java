package io.concertmaster.designer.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.designer.expression.CompletionPopup.Suggestion;
import io.concertmaster.designer.expression.InputPreview.Situation;
import io.concertmaster.designer.picture.Orders;
import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.Settings;
import io.concertmaster.model.Workflow;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CompletionsTest {
  private static final Situation SITUATION =
      new Situation(
          new Workflow(
              "w",
              "W",
              Settings.DEFAULT,
              Map.of("parse", NodeDefinition.of("data.parse", 1, "Parse X12")),
              List.of(),
              Map.of(),
              JsonObject.empty()),
          Optional.empty(),
          "check",
          List.of(),
          0,
          0,
          List.of(Orders.order(0)),
          0);

  private static List<String> at(String before) {
    return Completions.at(before, before.length(), SITUATION).stream()
        .map(Suggestion::text)
        .toList();
  }

  @Test
  void fieldsFollowJson() {
    assertThat(at("{{ $json.p")).containsExactly("po_number", "partner");
    assertThat(at("{{ $json.ship_to.")).containsExactly("city", "zip");
  }

  @Test
  void methodsFollowAFieldByItsType() {
    assertThat(at("{{ $json.partner.to")).containsExactly("toUpperCase()", "toLowerCase()");
    assertThat(at("{{ $json.lines.j")).containsExactly("join(', ')");
  }

  @Test
  void namesOfNodesFollowADollarAndAQuote() {
    assertThat(at("{{ $('Pa")).containsExactly("Parse X12");
  }

  @Test
  void nothingIsOfferedOutsideOfABlock() {
    assertThat(at("$json.")).isEmpty();
    assertThat(at("{{ 1 }} $json.")).isEmpty();
  }

  @Test
  void aFieldIsInsertedBareInsideABlockAndWithBracesOutside() {
    assertThat(Insertion.at("{{ 1 +  }}", 7, "$json.a")).isEqualTo("$json.a");
    assertThat(Insertion.at("to ", 3, "$json.a")).isEqualTo("{{ $json.a }}");
    assertThat(Insertion.at("{{ 1 }} ", 8, "$json.a")).isEqualTo("{{ $json.a }}");
  }
}
