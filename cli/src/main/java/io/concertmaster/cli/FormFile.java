package io.concertmaster.cli;

import io.concertmaster.forms.CheckedAnswer;
import io.concertmaster.forms.FormCheck;
import io.concertmaster.forms.FormException;
import io.concertmaster.forms.FormLint;
import io.concertmaster.forms.FormProblem;
import io.concertmaster.model.form.Form;
import io.concertmaster.model.io.FormFiles;
import io.concertmaster.model.io.WorkflowFileException;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonException;
import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A form's file: what it says, what is wrong with it, and with answers to it. */
final class FormFile {
  private FormFile() {}

  /** Whether a file is a form's, by its name. */
  static boolean is(Path file) {
    return file.toString().endsWith(".form.json");
  }

  /**
   * The form of a file.
   *
   * @throws CommandException when it says none
   */
  static Form read(Path file) {
    Designers.existing(file);
    try {
      return FormFiles.read(file);
    } catch (WorkflowFileException e) {
      throw new CommandException(ExitCode.USAGE, e.getMessage(), e);
    }
  }

  /**
   * What is wrong.
   *
   * @param data a file with an answer or a list of answers, judged by a form without errors; only
   *     the form is looked at where empty
   */
  static List<FileFinding> check(Path file, Optional<Path> data) {
    Form form;
    try {
      form = FormFiles.read(file);
    } catch (WorkflowFileException e) {
      return List.of(FileFinding.of(file, e));
    }
    List<FileFinding> found = new ArrayList<>();
    FormLint.of(form).forEach(each -> found.add(FileFinding.of(file, each)));
    if (data.isPresent() && found.stream().noneMatch(FileFinding::isError)) {
      try {
        found.addAll(answers(FormCheck.of(form), data.get()));
      } catch (FormException e) {
        throw new IllegalStateException("a form without errors has no check", e);
      }
    }
    return found;
  }

  private static List<FileFinding> answers(FormCheck check, Path data) {
    @Nullable Object json;
    try {
      json = Json.parse(Files.readString(data));
    } catch (JsonException e) {
      return List.of(finding(data, "", "FILE", String.valueOf(e.getMessage())));
    } catch (IOException e) {
      throw new CommandException(ExitCode.USAGE, data + ": cannot be read", e);
    }
    if (!(json instanceof JsonArray several)) {
      return answer(check, data, "", json);
    }
    List<FileFinding> found = new ArrayList<>();
    for (int i = 0; i < several.size(); i++) {
      found.addAll(answer(check, data, "answer " + (i + 1), several.get(i)));
    }
    return found;
  }

  private static List<FileFinding> answer(
      FormCheck check, Path data, String which, @Nullable Object json) {
    if (!(json instanceof JsonObject answer)) {
      return List.of(finding(data, which, "ANSWER", "an answer is an object in braces"));
    }
    CheckedAnswer checked = check.check(answer, List.of(Locale.getDefault().toLanguageTag()));
    List<FileFinding> found = new ArrayList<>();
    for (FormProblem each : checked.problems()) {
      String place = which + (which.isEmpty() || each.pointer().isEmpty() ? "" : ", ");
      found.add(
          finding(
              data,
              place + each.pointer(),
              each.keyword().toUpperCase(Locale.ROOT),
              each.message()));
    }
    return found;
  }

  private static FileFinding finding(Path file, String place, String code, String message) {
    return new FileFinding(file, "error", "", "", place, code, message);
  }
}
