package io.concertmaster.hosted.desk;

import io.concertmaster.engine.Engine;
import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.NodeState;
import io.concertmaster.engine.NodeView;
import io.concertmaster.engine.Opening;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunView;
import io.concertmaster.forms.FormCheck;
import io.concertmaster.forms.FormException;
import io.concertmaster.hosted.ask.AskedForm;
import io.concertmaster.hosted.door.Door;
import io.concertmaster.hosted.file.HandedFile;
import io.concertmaster.hosted.page.Filling;
import io.concertmaster.hosted.page.GivenFile;
import io.concertmaster.hosted.page.NoticePage;
import io.concertmaster.node.Listening;
import io.concertmaster.node.data.BinaryData;
import io.concertmaster.node.data.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a person sees after a form was sent: the next page when the run asks for one, what the run
 * says at its end, or thanks.
 */
final class Follow {
  /** So long a browser is kept waiting before it gets a page that asks again by itself. */
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private final Engine engine;
  private final Door door;
  private final Tickets tickets;
  private final String prefix;

  Follow(Engine engine, Door door, Tickets tickets, String prefix) {
    this.engine = engine;
    this.door = door;
    this.tickets = tickets;
    this.prefix = prefix;
  }

  DeskAnswer after(String ticket, Visit visit) throws EngineException, InterruptedException {
    Optional<Long> number = tickets.run(ticket);
    if (number.isEmpty()) {
      return FormDesk.notice(404, visit, "missing");
    }
    RunId run = new RunId(number.get());
    long end = System.nanoTime() + PATIENCE.toNanos();
    long pause = 10;
    while (true) {
      Optional<RunView> view = engine.run(run);
      if (view.isEmpty()) {
        return FormDesk.notice(200, visit, "thanks");
      }
      Optional<DeskAnswer> next = next(view.get(), visit);
      if (next.isPresent()) {
        return next.get();
      }
      if (System.nanoTime() > end) {
        return DeskAnswer.html(200, NoticePage.patience(visit.wanted(), FormDesk.ASSETS));
      }
      Thread.sleep(pause);
      pause = Math.min(200, pause * 2);
    }
  }

  /** What is to be seen now; empty while the run works. */
  private Optional<DeskAnswer> next(RunView view, Visit visit) throws EngineException {
    Optional<JsonObject> end =
        view.told().values().stream().filter(each -> "end".equals(each.get("kind"))).findFirst();
    if (end.isPresent()) {
      return Optional.of(ending(end.get(), visit));
    }
    Optional<Map.Entry<String, JsonObject>> said = said(view);
    if (said.isPresent()) {
      return Optional.of(
          "binary".equals(said.get().getValue().get("with"))
              ? handing(view, said.get(), visit)
              : ending(SaidAnswer.words(engine, view, said.get()), visit));
    }
    boolean asks = view.workflow().nodes().values().stream().anyMatch(Follow::isPage);
    boolean waits = waitsFor(view, each -> !"onReceived".equals(each));
    if (view.status() == RunStatus.WAITING) {
      Optional<String> page =
          view.answerTokens().entrySet().stream()
              .filter(wait -> asksForPage(view, wait.getKey()))
              .map(Map.Entry::getValue)
              .findFirst();
      return Optional.of(
          page.isPresent()
              ? DeskAnswer.goOn(visit.on(prefix + "/ask/" + view.id() + "." + page.get()))
              : thanks(view, visit));
    }
    if (view.status().ended()) {
      String told = asks || waits ? outcome(view.status()) : "thanks";
      return Optional.of(
          told.equals("thanks") ? thanks(view, visit) : FormDesk.notice(200, visit, told));
    }
    return asks || waits ? Optional.empty() : Optional.of(thanks(view, visit));
  }

  /** What a node answered to a form that waits for that; empty before it has. */
  private static Optional<Map.Entry<String, JsonObject>> said(RunView view) {
    return waitsFor(view, "responseNode"::equals)
        ? SaidAnswer.of(view).filter(each -> hasLeft(view, each.getKey()))
        : Optional.empty();
  }

  private DeskAnswer handing(RunView view, Map.Entry<String, JsonObject> said, Visit visit)
      throws EngineException {
    Optional<BinaryData> file = SaidAnswer.file(engine, view, said);
    if (file.isEmpty()) {
      return FormDesk.notice(200, visit, "failed"); // it answers with a file that is not there
    }
    String name = file.get().fileName().isBlank() ? "file" : file.get().fileName();
    String address = prefix + "/ask/after/" + tickets.ticket(view.id().number()) + "/file";
    GivenFile given = new GivenFile(name, file.get().size(), address);
    return DeskAnswer.html(200, NoticePage.file(visit.wanted(), FormDesk.ASSETS, given));
  }

  /**
   * The file with which a run answered its form.
   *
   * @return empty where there is no such run, or it answered with none
   */
  Optional<HandedFile> file(String ticket) throws EngineException {
    Optional<Long> number = tickets.run(ticket);
    Optional<RunView> view =
        number.isEmpty() ? Optional.empty() : engine.run(new RunId(number.get()));
    Optional<Map.Entry<String, JsonObject>> said = view.flatMap(Follow::said);
    Optional<BinaryData> file =
        said.isEmpty() ? Optional.empty() : SaidAnswer.file(engine, view.get(), said.get());
    return file.isEmpty()
        ? Optional.empty()
        : Optional.of(new HandedFile(file.get(), engine.open(file.get())));
  }

  /** Thanks in the words of the form that began the run, as far as it still listens. */
  private DeskAnswer thanks(RunView view, Visit visit) throws EngineException {
    for (Opening each : door.openings()) {
      if (each.listening() instanceof Listening.Form form
          && each.workflowId().equals(view.workflow().id())
          && view.nodes().containsKey(each.node())) {
        try {
          FormCheck check = AskedForm.ofTrigger(form.asked(), each.folder(), each.nodeName());
          return DeskAnswer.html(
              200, NoticePage.thanks(new Filling(check, visit.wanted()), FormDesk.ASSETS));
        } catch (FormException e) {
          break; // it was changed meanwhile, and cannot be read now
        }
      }
    }
    return FormDesk.notice(200, visit, "thanks");
  }

  /** Whether what the form's setting “Afterwards” says is among some of its values. */
  private static boolean waitsFor(RunView view, Predicate<Object> values) {
    return view.workflow().nodes().values().stream()
        .filter(each -> each.type().equals("trigger.form"))
        .map(each -> each.parameters().getOrDefault("respond", "onReceived"))
        .anyMatch(each -> each != null && values.test(each));
  }

  /** Whether the items of a node are there to be shown. */
  private static boolean hasLeft(RunView view, String node) {
    NodeView worked = view.nodes().get(node);
    return view.status().ended() || (worked != null && worked.state() == NodeState.DONE);
  }

  /** What a visitor is told of how it ended, who waits for more pages. */
  private static String outcome(RunStatus ended) {
    return switch (ended) {
      case SUCCEEDED -> "thanks";
      case CANCELLED -> "cancelled";
      default -> "failed";
    };
  }

  private static boolean asksForPage(RunView view, String node) {
    JsonObject told = view.told().get(node);
    return told != null && "page".equals(told.get("kind"));
  }

  private static boolean isPage(io.concertmaster.model.NodeDefinition node) {
    return node.type().equals("flow.form") && !node.disabled();
  }

  private static DeskAnswer ending(JsonObject end, Visit visit) {
    if (end.get("address") instanceof String address
        && (address.startsWith("https://") || address.startsWith("http://"))
        && address.chars().noneMatch(c -> c <= ' ' || c == 0x7F)) {
      return DeskAnswer.goOn(address);
    }
    return DeskAnswer.html(
        200,
        NoticePage.ending(
            visit.wanted(),
            FormDesk.ASSETS,
            end.get("title") instanceof String title ? title : "",
            end.get("text") instanceof String text ? text : ""));
  }
}
