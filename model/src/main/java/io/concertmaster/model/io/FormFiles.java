package io.concertmaster.model.io;

import io.concertmaster.model.form.Form;
import io.concertmaster.node.data.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes {@code *.form.json} files, as {@code docs/form-file.md} describes them: strictly
 * and stably, as {@link WorkflowFiles} does, and within the same bounds.
 */
public final class FormFiles {
  /** Editors look for it at the top; to us it is an unknown key like any other. */
  private static final String SCHEMA = "$schema";

  private static final Set<String> KNOWN =
      Set.of("format", "id", "name", "schema", "ui", "texts", "theme");

  private FormFiles() {}

  /**
   * Reads a form file.
   *
   * @throws WorkflowFileException when it cannot be read or is no form file; the message begins
   *     with the path
   */
  public static Form read(Path file) throws WorkflowFileException {
    return DefinitionText.read(file, FormFiles::of);
  }

  /**
   * Reads the text of a form file.
   *
   * @throws WorkflowFileException when it is none
   */
  public static Form parse(String text) throws WorkflowFileException {
    return of(DefinitionText.json(text));
  }

  /** Whether the JSON of a definition's file is a form's, right or wrong. */
  public static boolean isForm(@Nullable Object json) {
    return json instanceof JsonObject object
        && object.containsKey("schema")
        && !object.containsKey("nodes");
  }

  /**
   * The form that the JSON of a form file says.
   *
   * @throws WorkflowFileException when it says none
   */
  public static Form of(@Nullable Object json) throws WorkflowFileException {
    JsonObject given = json instanceof JsonObject object ? object : JsonObject.empty();
    if (!given.containsKey("format")) {
      throw Place.TOP.wrong(
          "has no “format”, so it is no form of ConcertMaster: choose another file, or begin it with"
              + " \"format\": "
              + Migrations.KNOWN.newest());
    }
    JsonObject file = Migrations.KNOWN.migrate(given);
    FileRules.check(file, Place.TOP);
    Fields top = Fields.of(file, Place.TOP);
    top.required("format", "1");
    String id = top.requiredText("id", "\"order-approval\"");
    FileRules.checkId(id, top.at("id"));
    String name = top.requiredText("name", "\"Order approval\"");
    if (!(top.required("schema", "{ \"type\": \"object\" }") instanceof JsonObject schema)) {
      throw Fields.must(top.at("schema"), "be an object in braces", top.get("schema"));
    }
    JsonObject texts = top.objectOrEmpty("texts");
    for (Map.Entry<String, @Nullable Object> language : texts.entrySet()) {
      Fields.of(language.getValue(), top.at("texts").field(language.getKey()));
    }
    return new Form(
        id, name, schema, top.objectOrEmpty("ui"), texts, top.objectOrEmpty("theme"), top.rest());
  }

  /** The text of a form's file. The same form always gives the same text. */
  public static String write(Form form) {
    List<String> parts = new ArrayList<>();
    JsonObject unknown = form.unknown();
    if (unknown.containsKey(SCHEMA)) {
      parts.add(PrettyText.part(SCHEMA, unknown.get(SCHEMA)));
    }
    parts.add(PrettyText.part("format", (long) Migrations.KNOWN.newest()));
    parts.add(PrettyText.part("id", form.id()));
    parts.add(PrettyText.part("name", form.name()));
    parts.add(PrettyText.part("schema", form.schema()));
    if (!form.ui().isEmpty()) {
      parts.add(PrettyText.part("ui", form.ui()));
    }
    if (!form.texts().isEmpty()) {
      parts.add(texts(form.texts()));
    }
    if (!form.theme().isEmpty()) {
      parts.add(PrettyText.part("theme", form.theme()));
    }
    unknown.forEach((name, value) -> {
      if (!KNOWN.contains(name) && !name.equals(SCHEMA)) {
        parts.add(PrettyText.part(name, value));
      }
    });
    return "{\n" + String.join(",\n", parts) + "\n}\n";
  }

  /** Texts stand one a line, so that two translators change different lines. */
  private static String texts(JsonObject texts) {
    PrettyText text = new PrettyText().raw("  ").name("texts");
    String before = "{\n";
    for (Map.Entry<String, @Nullable Object> language : texts.entrySet()) {
      text.raw(before).raw("    ").name(language.getKey());
      text.lines((JsonObject) java.util.Objects.requireNonNull(language.getValue()), 4);
      before = ",\n";
    }
    return text.raw("\n  }").toString();
  }

  /**
   * Saves a form, in one step as {@link WorkflowFiles#save}.
   *
   * @throws WorkflowFileException when it cannot be saved; the message begins with the path
   */
  public static void save(Form form, Path file) throws WorkflowFileException {
    DefinitionText.save(write(form), FormFiles::parse, file, new AtomicFile());
  }
}
