package io.concertmaster.cli;

import io.concertmaster.engine.Engine;
import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.RunView;
import io.concertmaster.forms.CheckedAnswer;
import io.concertmaster.forms.FormException;
import io.concertmaster.hosted.desk.OpenTask;
import io.concertmaster.hosted.desk.Tasks;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Answers a run that waits for someone: a task as its page does, judged by its form, any other wait
 * with items.
 */
final class WaitAnswer {
  private static final List<String> LANGUAGES = List.of("en");

  private WaitAnswer() {}

  /**
   * Ends one wait of a run.
   *
   * @param node that is answered, by name or id; needed where several wait
   * @param input the answer's file; without one what the node held goes on, which a task refuses
   * @throws CommandException when it is not clear which wait is meant, or the answer does not fit
   */
  static void give(Engine engine, RunView run, @Nullable String node, @Nullable Path input)
      throws EngineException {
    String token = token(run, node);
    Tasks tasks = new Tasks(engine, InstantSource.system());
    Optional<OpenTask> task =
        tasks.of(run.id()).stream().filter(each -> each.token().equals(token)).findFirst();
    if (task.isPresent()) {
      answer(tasks, task.get(), input);
    } else {
      engine.resume(run.id(), token, input == null ? List.of() : InputItems.read(input));
    }
  }

  private static void answer(Tasks tasks, OpenTask task, @Nullable Path input)
      throws EngineException {
    if (input == null) {
      throw refused(task, "it goes on with an answer only");
    }
    List<Item> items = InputItems.read(input);
    if (items.size() != 1) {
      throw refused(task, "--input " + input + " has " + items.size() + " objects, not one");
    }
    JsonObject answer = items.getFirst().json();
    try {
      CheckedAnswer checked =
          tasks.answer(task.run(), Optional.of(task.token()), answer, LANGUAGES, "");
      if (!checked.accepted()) {
        throw refused(
            task,
            checked.problems().stream()
                .map(each -> place(each.pointer()) + each.message())
                .collect(Collectors.joining("; ")));
      }
    } catch (FormException e) {
      throw new CommandException(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
    }
  }

  private static String place(String pointer) {
    return pointer.isEmpty() ? "" : "“" + pointer.substring(1) + "”: ";
  }

  private static CommandException refused(OpenTask task, String why) {
    boolean form = "form".equals(task.told().get("asks"));
    return new CommandException(
        ExitCode.USAGE,
        "run "
            + task.run()
            + " waits at the task “"
            + task.title()
            + "”: "
            + why
            + ". Answer it with --input and a file that holds "
            + (form
                ? "one object with the fields of its form"
                : "{\"decision\": \"approved\"} or {\"decision\": \"rejected\"}, and “comment” if"
                    + " you like"));
  }

  /** The token of the wait that is to be ended. */
  private static String token(RunView run, @Nullable String node) {
    Map<String, String> tokens = run.answerTokens();
    List<String> meant =
        tokens.entrySet().stream()
            .filter(wait -> node == null || isOf(run, wait.getKey(), node))
            .map(Map.Entry::getValue)
            .toList();
    if (meant.size() == 1) {
      return meant.getFirst();
    }
    String waiting =
        tokens.keySet().stream()
            .map(id -> "“" + run.workflow().nameOf(id) + "”")
            .collect(Collectors.joining(", "));
    throw new CommandException(
        ExitCode.USAGE,
        "run " + run.id() + " waits for answers at " + waiting + ": say which by --node");
  }

  private static boolean isOf(RunView run, String id, String said) {
    return id.equals(said) || run.workflow().nameOf(id).equals(said);
  }
}
