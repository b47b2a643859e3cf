package io.concertmaster.model.io;

import io.concertmaster.model.Workflow;
import io.concertmaster.node.data.JsonObject;
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
    return DefinitionText.read(file, reader);
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
    return parse(DefinitionText.decode(bytes));
  }

  static Workflow parse(String text, Migrations migrations) throws WorkflowFileException {
    return of(DefinitionText.json(text), migrations);
  }

  private static Workflow of(@Nullable Object json, Migrations migrations)
      throws WorkflowFileException {
    JsonObject file =
        migrations.migrate(json instanceof JsonObject object ? object : JsonObject.empty());
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
    DefinitionText.save(write(workflow), WorkflowFiles::parse, file, writer);
  }
}
