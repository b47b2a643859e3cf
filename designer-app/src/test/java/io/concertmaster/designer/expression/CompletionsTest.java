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
    assertThat(at("{{ $json.ship_to.")).startsWith("city", "zip").contains("keys()");
  }

  @Test
  void methodsFollowAFieldByItsType() {
    assertThat(at("{{ $json.partner.to"))
        .contains("toUpperCase()", "toTitleCase()", "toDateTime()")
        .doesNotContain("toFixed()");
    assertThat(at("{{ $json.lines.j")).containsExactly("join()");
    assertThat(at("{{ $json.lines.l")).containsExactly("length", "last()", "lastIndexOf()");
  }

  @Test
  void everyNameOfTheLibraryIsOffered() {
    assertThat(at("{{ $")).startsWith("$('Node')").contains("$json", "$vars", "$prevNode", "$if");
    assertThat(at("{{ $jm")).containsExactly("$jmesPath", "$jmespath");
    assertThat(at("{{ Da")).contains("Date", "DateTime");
  }

  @Test
  void whatTheLibraryHasFollowsItsNames() {
    assertThat(at("{{ DateTime.fromI")).contains("fromISO()");
    assertThat(at("{{ DateTime.fromISO($json.a).to")).contains("toISO()", "toFormat()");
    assertThat(at("{{ $now.w")).contains("weekday", "weekNumber");
    assertThat(at("{{ $now.pl")).containsExactly("plus()");
    assertThat(at("{{ Math.ro")).containsExactly("round()");
    assertThat(at("{{ 'a b'.toT")).containsExactly("toTitleCase()");
    assertThat(at("{{ [1, 2].su")).contains("sum()");
    assertThat(at("{{ $prevNode.")).startsWith("name", "outputIndex", "runIndex");
  }

  @Test
  void nothingIsOfferedInsideAText() {
    assertThat(at("{{ 'Da")).isEmpty();
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
