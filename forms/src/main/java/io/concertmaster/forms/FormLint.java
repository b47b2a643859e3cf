package io.concertmaster.forms;

import io.concertmaster.model.check.Code;
import io.concertmaster.model.check.Problem;
import io.concertmaster.model.check.Severity;
import io.concertmaster.model.form.ElementPath;
import io.concertmaster.model.form.Form;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells what is wrong with a form's file, for all that take one in: the command line, and a server
 * to which it is deployed. Errors are for what a form cannot be used at all; what keeps some people
 * from filling it in, or could be better, is a warning.
 */
public final class FormLint {
  private FormLint() {}

  /** What is wrong, errors first; the property of a problem is the place in the form's file. */
  public static List<Problem> of(Form form) {
    List<Problem> problems = new ArrayList<>();
    for (FormFault each : FormFaults.of(form)) {
      problems.add(
          new Problem(
              Severity.ERROR, Code.BAD_FORM, Optional.empty(), each.place(), each.message()));
    }
    for (FormFinding each : FormAudit.ofPeople(form)) {
      problems.add(
          new Problem(
              Severity.WARNING,
              Code.FORM_ADVICE,
              Optional.empty(),
              each.at().map(at -> place(form, at)).orElse(""),
              each.message()));
    }
    return List.copyOf(problems);
  }

  /** A form without a layout has its elements in the order of its schema's fields. */
  private static String place(Form form, ElementPath at) {
    if (!form.ui().isEmpty() || at.isRoot()) {
      return at.toString();
    }
    int first = at.steps().getFirst();
    return form.schema().get("properties") instanceof JsonObject fields && first < fields.size()
        ? "schema.properties." + List.copyOf(fields.keySet()).get(first)
        : "";
  }
}
