package io.concertmaster.cli;

import io.concertmaster.engine.Engine;
import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunView;
import io.concertmaster.forms.CheckedAnswer;
import io.concertmaster.forms.FormException;
import io.concertmaster.hosted.desk.FormPages;
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
 * Answers a run that waits for someone: a task or a page of a form as in a browser, judged by its
 * form, any other wait with items.
 */
final class WaitAnswer {
  private static final List<String> LANGUAGES = List.of("en");
  private static final String FIELDS = "one object with the fields of its form";
  private static final String DECISION =
      "{\"decision\": \"approved\"} or {\"decision\": \"rejected\"}, and “comment” if you like";

  private WaitAnswer() {}

  /**
   * A wait whose answer is judged.
   *
   * @param where a run waits, in words
   * @param wanted what its answer is, in words
   */
  private record Asking(String where, String wanted, Judge judge) {
    CommandException refused(String why) {
      return new CommandException(
          ExitCode.USAGE,
          where + ": " + why + ". Answer it with --input and a file that holds " + wanted);
    }
  }

  /** Gives an answer to its run where nothing is wrong with it. */
  @FunctionalInterface
  private interface Judge {
    CheckedAnswer answer(JsonObject answer) throws EngineException, FormException;
  }

  /**
   * Ends one wait of a run.
   *
   * @param node that is answered, by name or id; needed where several wait
   * @param input the answer's file; without one what the node held goes on, which a task and a page
   *     of a form refuse
   * @throws CommandException when it is not clear which wait is meant, or the answer does not fit
   */
  static void give(Engine engine, RunView run, @Nullable String node, @Nullable Path input)
      throws EngineException {
    String token = token(run, node);
    Optional<Asking> asking = asking(engine, run.id(), token);
    if (asking.isPresent()) {
      answer(asking.get(), input);
    } else {
      engine.resume(run.id(), token, input == null ? List.of() : InputItems.read(input));
    }
  }

  private static Optional<Asking> asking(Engine engine, RunId run, String token)
      throws EngineException {
    Tasks tasks = new Tasks(engine, InstantSource.system());
    Optional<OpenTask> task =
        tasks.of(run).stream().filter(each -> each.token().equals(token)).findFirst();
    if (task.isPresent()) {
      boolean form = "form".equals(task.get().told().get("asks"));
      return Optional.of(
          new Asking(
              "run " + run + " waits at the task “" + task.get().title() + "”",
              form ? FIELDS : DECISION,
              answer -> tasks.answer(run, Optional.of(token), answer, LANGUAGES, "")));
    }
    FormPages pages = new FormPages(engine, InstantSource.system());
    return pages
        .title(run, token)
        .map(title ->
            new Asking(
                "run " + run + " waits at the page “" + title + "”",
                FIELDS,
                answer -> pages.answer(run, token, answer, LANGUAGES)));
  }

  private static void answer(Asking asking, @Nullable Path input) throws EngineException {
    if (input == null) {
      throw asking.refused("it goes on with an answer only");
    }
    List<Item> items = InputItems.read(input);
    if (items.size() != 1) {
      throw asking.refused("--input " + input + " has " + items.size() + " objects, not one");
    }
    try {
      CheckedAnswer checked = asking.judge().answer(items.getFirst().json());
      if (!checked.accepted()) {
        throw asking.refused(
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
