package io.concertmaster.model.io;

import io.concertmaster.model.Workflow;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonException;
import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes {@code *.workflow.json} files, as {@code docs/workflow-file.md} describes them.
 *
 * <p>Reading is strict: whatever is wrong with the text is a {@link WorkflowFileException} with one
 * line that says what, where and what to do. What is right as text but cannot run (an unknown node
 * type, say) is a matter of {@link io.concertmaster.model.check}. Writing is stable: a workflow
 * that was read from a file that we wrote gives that file's bytes again.
 *
 * <p>Bounds on reading: 16 MB, 64 levels of nesting, texts of a million characters except in pinned
 * data, 20,000 nodes.
 */
public final class WorkflowFiles {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final JsonObject NOTHING = JsonObject.empty();

  private WorkflowFiles() {}

  /**
   * Reads a workflow file: UTF-8 JSON, with a byte order mark or without, with any line ends.
   *
   * @throws WorkflowFileException when it cannot be read or is no workflow file; the message begins
   *     with the path
   */
  public static Workflow read(Path file) throws WorkflowFileException {
    return read(file, WorkflowFiles::of);
  }

  /**
   * Reads a file that holds a workflow in one form or another.
   *
   * @param reader makes of the JSON in it what it holds
   * @throws WorkflowFileException when the file cannot be read, is no JSON, or the reader says so;
   *     the message begins with the path
   */
  public static <T> T read(Path file, Reader<T> reader) throws WorkflowFileException {
    try {
      return reader.read(json(decode(load(file))));
    } catch (WorkflowFileException e) {
      throw e.in(file.toString());
    } catch (IOException e) {
      throw new WorkflowFileException(
          file + ": cannot be read: " + IoReason.of(e) + "; check the path and your rights to it",
          e);
    }
  }

  /** Makes something of the JSON in a file. */
  @FunctionalInterface
  public interface Reader<T> {
    /**
     * What it makes of a JSON value.
     *
     * @throws WorkflowFileException when it is not what it should be
     */
    T read(@Nullable Object json) throws WorkflowFileException;
  }

  /**
   * The workflow that the JSON of a workflow file says.
   *
   * @throws WorkflowFileException when it says none
   */
  public static Workflow of(@Nullable Object json) throws WorkflowFileException {
    return of(json, Migrations.KNOWN);
  }

  /**
   * Reads the text of a workflow file.
   *
   * @throws WorkflowFileException when it is none
   */
  public static Workflow parse(String text) throws WorkflowFileException {
    return parse(text, Migrations.KNOWN);
  }

  /** Reads the bytes of a workflow file. */
  static Workflow parse(byte[] bytes) throws WorkflowFileException {
    return parse(decode(bytes));
  }

  static Workflow parse(String text, Migrations migrations) throws WorkflowFileException {
    return of(json(text), migrations);
  }

  private static Workflow of(@Nullable Object json, Migrations migrations)
      throws WorkflowFileException {
    JsonObject file = migrations.migrate(json instanceof JsonObject object ? object : NOTHING);
    FileRules.check(file, Place.TOP);
    return WorkflowReader.read(file);
  }

  /**
   * The text of a workflow's file: keys in one order, line ends {@code \n}, one at the end. The
   * same workflow always gives the same text.
   */
  public static String write(Workflow workflow) {
    return WorkflowWriter.write(workflow);
  }

  /**
   * Saves a workflow. The file is replaced in one step: when anything fails, disk full included,
   * the old one is there as it was. A workflow whose file could not be read back (one past a limit,
   * say) is not saved.
   *
   * @throws WorkflowFileException when it cannot be saved; the message begins with the path
   */
  public static void save(Workflow workflow, Path file) throws WorkflowFileException {
    save(workflow, file, new AtomicFile());
  }

  static void save(Workflow workflow, Path file, AtomicFile writer) throws WorkflowFileException {
    byte[] bytes = write(workflow).getBytes(StandardCharsets.UTF_8);
    try {
      if (bytes.length > FileRules.LIMITS.bytes()) {
        throw tooLarge();
      }
      parse(new String(bytes, StandardCharsets.UTF_8));
    } catch (WorkflowFileException e) {
      throw new WorkflowFileException(
          file + ": not saved, since it could not be opened again: " + e.getMessage(), e);
    }
    try {
      writer.write(file, bytes);
    } catch (IOException e) {
      throw new WorkflowFileException(
          file
              + ": not saved: "
              + IoReason.of(e)
              + "; what was there before is unchanged: make room, or save to another place",
          e);
    }
  }

  private static byte[] load(Path file) throws IOException, WorkflowFileException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes((int) FileRules.LIMITS.bytes() + 1);
      if (bytes.length > FileRules.LIMITS.bytes()) {
        throw tooLarge();
      }
      return bytes;
    }
  }

  private static WorkflowFileException tooLarge() {
    return new WorkflowFileException(
        "the file is larger than "
            + (FileRules.LIMITS.bytes() >> 20)
            + " MB, the most that is read: take out pinned data, or split the workflow");
  }

  private static String decode(byte[] bytes) throws WorkflowFileException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new WorkflowFileException("the file is not UTF-8 text: save it as UTF-8", e);
    }
  }

  /** The JSON object that a text holds; an empty one where it holds something else. */
  static JsonObject object(String text) throws WorkflowFileException {
    return json(text) instanceof JsonObject object ? object : NOTHING;
  }

  private static @Nullable Object json(String text) throws WorkflowFileException {
    String json = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    if (json.isBlank()) {
      throw Place.TOP.wrong("is empty: choose another one, or take an earlier version of it");
    }
    try {
      return Json.parse(json, FileRules.READING);
    } catch (JsonException e) {
      if (json.stripLeading().startsWith("<")) {
        throw new WorkflowFileException(
            "the file is a web page or XML, not JSON: choose another one, or download it again", e);
      }
      throw new WorkflowFileException(
          String.valueOf(e.getMessage()).replaceAll("(, from)? `[A-Za-z.]*\\(\\)`", "")
              + ": correct it there, copy or download the file again, or take an earlier version",
          e);
    }
  }
}
