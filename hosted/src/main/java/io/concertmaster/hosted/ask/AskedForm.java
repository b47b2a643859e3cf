package io.concertmaster.hosted.ask;

import io.concertmaster.forms.FormCheck;
import io.concertmaster.forms.FormException;
import io.concertmaster.model.form.Form;
import io.concertmaster.model.io.FormFiles;
import io.concertmaster.model.io.WorkflowFileException;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.nio.file.Path;
import java.util.Optional;

/** The forms behind what triggers and nodes ask. */
public final class AskedForm {
  private AskedForm() {}

  /**
   * What a trigger asks. Its form's file is read anew each time, so that a change of it is seen at
   * once.
   *
   * @param asked the trigger's settings
   * @param folder where the form's file lies
   * @param name what the form is called without a title
   * @throws FormException when the form cannot be used
   */
  public static FormCheck ofTrigger(JsonObject asked, Path folder, String name)
      throws FormException {
    if (asked.get("form") instanceof String file && !file.isBlank()) {
      Path inside = folder.resolve(file).normalize();
      if (!inside.startsWith(folder.normalize())) {
        throw new FormException(
            "the form “" + file + "” lies outside of the workflow's folder: put it there");
      }
      try {
        return FormCheck.of(OwnWords.on(FormFiles.read(inside), asked));
      } catch (WorkflowFileException e) {
        throw new FormException(e.getMessage(), e);
      }
    }
    return FormCheck.of(InlineForm.of(asked, name));
  }

  /**
   * What a run asks while it waits.
   *
   * @param told what the node said: {@code kind} page or task
   * @param name what the form is called without a title
   * @throws FormException when the form cannot be used
   */
  public static FormCheck ofRun(JsonObject told, String name) throws FormException {
    if (told.get("form") instanceof JsonObject definition) {
      try {
        return FormCheck.of(OwnWords.on(FormFiles.of(definition), told));
      } catch (WorkflowFileException e) {
        throw new FormException("the form of “" + name + "” cannot be read: " + e.getMessage(), e);
      }
    }
    if ("approval".equals(told.get("asks"))) {
      return FormCheck.of(approval(told, name));
    }
    return FormCheck.of(InlineForm.of(told, name));
  }

  /** A yes or a no, with a comment. */
  private static Form approval(JsonObject told, String name) {
    String title = told.get("title") instanceof String text ? text : name;
    JsonObject schema =
        JsonObject.of("type", "object")
            .with(
                "properties",
                JsonObject.of(
                    "decision",
                    JsonObject.of("type", "string", "enum", JsonArray.of("approved", "rejected")),
                    "comment",
                    JsonObject.of("type", "string", "maxLength", 4_000)))
            .with("required", JsonArray.of("decision"));
    JsonObject ui =
        JsonObject.of(
            "type",
            "VerticalLayout",
            "elements",
            JsonArray.of(
                JsonObject.of("type", "Label", "text", told.getOrDefault("text", ""))
                    .with("options", JsonObject.of("format", "markdown")),
                JsonObject.of("type", "Control", "scope", "#/properties/decision")
                    .with("options", JsonObject.of("format", "radio")),
                JsonObject.of("type", "Control", "scope", "#/properties/comment")
                    .with("options", JsonObject.of("multi", true))));
    return Form.empty("approval", title, "en")
        .withSchema(schema)
        .withUi(ui)
        .withTexts(
            JsonObject.of("en", texts("Decision", "Approve", "Reject", "Comment"))
                .with("de", texts("Entscheidung", "Genehmigen", "Ablehnen", "Kommentar"))
                .with("nl", texts("Besluit", "Goedkeuren", "Afwijzen", "Opmerking"))
                .with("fr", texts("Décision", "Approuver", "Refuser", "Commentaire")));
  }

  private static JsonObject texts(String decision, String yes, String no, String comment) {
    return JsonObject.of("decision.label", decision, "decision.approved", yes)
        .with("decision.rejected", no)
        .with("comment.label", comment);
  }

  /** Which output of a task an answer takes. */
  public static Optional<String> way(JsonObject told, JsonObject answer) {
    if (!"task".equals(told.get("kind"))) {
      return Optional.empty();
    }
    return Optional.of(
        "approval".equals(told.get("asks")) ? String.valueOf(answer.get("decision")) : "answered");
  }
}
