package io.concertmaster.designer.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.deploy.Bundle;
import io.concertmaster.deploy.Preview;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.model.diff.FormChange;
import io.concertmaster.model.diff.FormDifference;
import io.concertmaster.model.diff.ValueChange.Kind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DifferenceRowsTest {
  private static final Workflow FRONT =
      WorkflowBuilder.workflow("Front").id("front").node("ask", "trigger.form", "Ask").build();

  private static List<String> rows(Preview.Change change) {
    Preview preview = new Preview(true, List.of(change));
    return DifferenceRows.of(new Bundle(List.of(), List.of()), preview, FRONT).stream()
        .map(DifferenceRow::whole)
        .toList();
  }

  private static Preview.Change change(
      String kind, Optional<FormDifference> difference, List<Preview.Finding> problems) {
    return new Preview.Change(
        kind,
        kind.equals("form") ? "order" : "front",
        "Order",
        "order.form.json",
        "changed",
        Optional.of("hash"),
        false,
        Optional.empty(),
        difference,
        List.of(),
        problems,
        List.of());
  }

  @Test
  void whatAFormWouldChangeIsShownPartByPart() {
    FormDifference difference =
        new FormDifference(
            List.of(
                new FormChange(Kind.ADDED, "field “Fax”", "Text, in page “Contact”", List.of()),
                new FormChange(
                    Kind.CHANGED,
                    "field “Mail”",
                    "",
                    List.of(new FormChange.Detail("label", "“E-mail” → “Mail”")))));

    assertThat(rows(change("form", Optional.of(difference), List.of())))
        .containsExactly(
            "Form Order: 2 changes",
            "New: Field “Fax”: Text, in page “Contact”",
            "Changed: Field “Mail”",
            "label: “E-mail” → “Mail”");
    assertThat(rows(change("form", Optional.of(new FormDifference(List.of())), List.of())))
        .containsExactly("Form Order: changed, but asks the same");
  }

  @Test
  void problemsSayWhichNodeOrWhichPlaceOfAForm() {
    Preview.Finding ofForm =
        new Preview.Finding("error", "", "", "ui.elements[0]", "the type “X” is not known");
    Preview.Finding ofNode =
        new Preview.Finding("error", "call", "Call it", "file", "the workflow “x” is not there");

    assertThat(rows(change("form", Optional.empty(), List.of(ofForm))))
        .contains("Error: ui.elements[0]: the type “X” is not known");
    assertThat(rows(change("workflow", Optional.empty(), List.of(ofNode))))
        .contains("Error: Call it: the workflow “x” is not there");
  }

  @Test
  void theSummaryTellsThatWhatGoesWithItIsChanged() {
    Preview.Change front = change("workflow", Optional.empty(), List.of());
    Preview.Change form = change("form", Optional.of(new FormDifference(List.of())), List.of());

    assertThat(DifferenceRows.summary(new Preview(true, List.of(front, form))))
        .isEqualTo("1 form goes with it, changed.");
    assertThat(DifferenceRows.summary(new Preview(true, List.of(front, form, form))))
        .isEqualTo("2 forms go with it, 2 of them changed.");
  }
}
