package io.concertmaster.hosted.desk;

import io.concertmaster.engine.Engine;
import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.Opening;
import io.concertmaster.engine.RunId;
import io.concertmaster.forms.Accent;
import io.concertmaster.forms.FormCheck;
import io.concertmaster.forms.FormException;
import io.concertmaster.hosted.ask.AskedForm;
import io.concertmaster.hosted.page.Filling;
import io.concertmaster.hosted.page.FormPage;
import io.concertmaster.node.Listening;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Serves people: {@code /forms/…} begins runs, {@code /ask/…} answers those that wait. */
public final class FormDesk {
  /** Where style and script lie. */
  public static final String ASSETS = "/assets/";

  private static final System.Logger LOG = System.getLogger(FormDesk.class.getName());

  private final Engine engine;
  private final Tickets tickets;
  private final InstantSource clock;
  private final Follow follow;
  private final Tasks tasks;

  /** The desk of an engine. */
  public FormDesk(Engine engine, Tickets tickets, InstantSource clock) {
    this.engine = engine;
    this.tickets = tickets;
    this.clock = clock;
    this.follow = new Follow(engine, tickets);
    this.tasks = new Tasks(engine, clock);
  }

  /**
   * A form that begins a run.
   *
   * @param path behind {@code /forms/}
   */
  public DeskAnswer form(String path, Visit visit) throws EngineException {
    Optional<Opening> found =
        engine.openings().stream()
            .filter(
                each -> each.listening() instanceof Listening.Form form && form.path().equals(path))
            .findFirst();
    if (found.isEmpty()) {
      return notice(404, visit, "missing");
    }
    Opening opening = found.get();
    Listening.Form form = (Listening.Form) opening.listening();
    FormCheck check;
    try {
      check = AskedForm.ofTrigger(form.asked(), opening.folder(), opening.nodeName());
    } catch (FormException e) {
      return broken(visit, e);
    }
    String id = opening.workflowId() + "/" + opening.node();
    String sent = visit.sent("key");
    String key = tickets.isKey(sent, id) ? sent : tickets.key(id);
    return switch (new Asking(check, visit, ASSETS).goOn(key)) {
      case Asking.Page page -> page.answer();
      case Asking.Filled filled when !key.equals(sent) -> notice(409, visit, "stale");
      case Asking.Filled filled -> begun(opening, key, filled.answer(), visit);
    };
  }

  private DeskAnswer begun(Opening opening, String key, JsonObject answer, Visit visit)
      throws EngineException {
    JsonObject record =
        answer.with("submittedAt", clock.instant().toString()).with("formMode", "production");
    try {
      RunId run =
          engine.call(
              opening.workflowId(), opening.node(), List.of(Item.of(record)), "form/" + key);
      return DeskAnswer.goOn("/ask/after/" + tickets.ticket(run.number()));
    } catch (EngineException e) {
      return switch (e.reason()) {
        case BUSY -> notice(429, visit, "busy");
        case NOT_ACTIVE -> notice(404, visit, "missing");
        case STORE_FULL, CLOSED -> notice(503, visit, "busy");
        default -> throw e;
      };
    }
  }

  /**
   * A page or a task of a run that waits.
   *
   * @param link the run's number, a point, and the token of the wait
   */
  public DeskAnswer ask(String link, Visit visit) throws EngineException {
    int point = link.indexOf('.');
    if (point < 1 || !link.substring(0, point).matches("[1-9]\\d{0,17}")) {
      return notice(404, visit, "missing");
    }
    RunId run = new RunId(Long.parseLong(link.substring(0, point)));
    String token = link.substring(point + 1);
    Optional<Tasks.Asked> waiting = waiting(run, token);
    if (waiting.isEmpty()) {
      return notice(410, visit, "gone");
    }
    FormCheck check;
    try {
      check = AskedForm.ofRun(waiting.get().told(), waiting.get().name());
    } catch (FormException e) {
      return broken(visit, e);
    }
    return switch (new Asking(check, visit, ASSETS).goOn("")) {
      case Asking.Page page -> page.answer();
      case Asking.Filled filled -> answered(run, token, waiting.get(), filled.answer(), visit);
    };
  }

  private Optional<Tasks.Asked> waiting(RunId run, String token) throws EngineException {
    return engine
        .run(run)
        .filter(each -> each.answerToken().equals(Optional.of(token)))
        .flatMap(Tasks::asked);
  }

  private DeskAnswer answered(
      RunId run, String token, Tasks.Asked asked, JsonObject answer, Visit visit)
      throws EngineException {
    boolean task = "task".equals(asked.told().get("kind"));
    try {
      if (task) {
        tasks.take(run, token, asked, answer, "");
      } else {
        engine.resume(run, token, List.of(Item.of(said(answer)).pairedTo(0, 0)));
      }
    } catch (EngineException e) {
      return switch (e.reason()) {
        case WAIT_OVER, NOT_WAITING -> notice(410, visit, "gone");
        default -> throw e;
      };
    }
    return DeskAnswer.goOn(task ? "/ask/thanks" : "/ask/after/" + tickets.ticket(run.number()));
  }

  private JsonObject said(JsonObject answer) {
    return answer.with("submittedAt", clock.instant().toString()).with("formMode", "production");
  }

  /** What follows on a form that was sent. */
  public DeskAnswer after(String ticket, Visit visit) throws EngineException, InterruptedException {
    return follow.after(ticket, visit);
  }

  /** The page that says thanks for a task. */
  public DeskAnswer thanks(Visit visit) {
    return notice(200, visit, "thanks");
  }

  /** A style or a script. */
  public static Optional<DeskAnswer> asset(String name) {
    if (name.matches("accent-[0-9a-f]{6}\\.css")) {
      Accent accent = Accent.parse(name.substring(7, 13));
      return Optional.of(
          DeskAnswer.asset(
              "text/css; charset=utf-8",
              (":root{--accent:#" + accent.hex() + "}\n").getBytes(StandardCharsets.UTF_8)));
    }
    return switch (name) {
      case "form.css" -> Optional.of(DeskAnswer.asset("text/css; charset=utf-8", read(name)));
      case "form.js" -> Optional.of(DeskAnswer.asset("text/javascript; charset=utf-8", read(name)));
      default -> Optional.empty();
    };
  }

  private static byte[] read(String name) {
    try (InputStream in = Filling.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing in the program");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static DeskAnswer broken(Visit visit, FormException e) {
    LOG.log(System.Logger.Level.WARNING, "a form cannot be shown: {0}", e.getMessage());
    return notice(500, visit, "broken");
  }

  static DeskAnswer notice(int status, Visit visit, String what) {
    return DeskAnswer.html(status, FormPage.notice(visit.wanted(), ASSETS, what));
  }
}
