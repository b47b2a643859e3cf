package io.concertmaster.hosted.desk;

import io.concertmaster.engine.Engine;
import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.Intake;
import io.concertmaster.engine.Opening;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunView;
import io.concertmaster.forms.Accent;
import io.concertmaster.forms.FormCheck;
import io.concertmaster.forms.FormException;
import io.concertmaster.hosted.ask.AskedForm;
import io.concertmaster.hosted.door.Door;
import io.concertmaster.hosted.file.HandedFile;
import io.concertmaster.hosted.page.Filling;
import io.concertmaster.hosted.page.FormPage;
import io.concertmaster.hosted.page.GivenFile;
import io.concertmaster.hosted.page.NoticePage;
import io.concertmaster.hosted.upload.Arrival;
import io.concertmaster.hosted.upload.Uploads;
import io.concertmaster.node.Listening;
import io.concertmaster.node.data.BinaryData;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Serves people: {@code /forms/…} begins runs, {@code /ask/…} answers those that wait. */
public final class FormDesk {
  /** Where style and script lie. */
  public static final String ASSETS = "/assets/";

  private static final System.Logger LOG = System.getLogger(FormDesk.class.getName());

  private final Engine engine;
  private final Door door;
  private final Tickets tickets;
  private final Uploads uploads;
  private final String prefix;
  private final InstantSource clock;
  private final Follow follow;
  private final Tasks tasks;
  private final Answered answered = new Answered();

  /**
   * The desk of an engine.
   *
   * @param prefix stands before the paths of its pages: empty, or such as {@code /p/sales}
   */
  public FormDesk(
      Engine engine, Tickets tickets, Uploads uploads, String prefix, InstantSource clock) {
    this(engine, Door.of(engine), tickets, uploads, prefix, clock);
  }

  /**
   * The desk behind a door.
   *
   * @param engine in which the runs go on
   * @param prefix stands before the paths of its pages
   */
  public FormDesk(
      Engine engine,
      Door door,
      Tickets tickets,
      Uploads uploads,
      String prefix,
      InstantSource clock) {
    this.engine = engine;
    this.door = door;
    this.tickets = tickets;
    this.uploads = uploads;
    this.prefix = prefix;
    this.clock = clock;
    this.follow = new Follow(engine, door, tickets, prefix);
    this.tasks = new Tasks(engine, clock);
  }

  /**
   * A form that begins a run.
   *
   * @param path behind {@code /forms/}
   */
  public DeskAnswer form(String path, Visit visit) throws EngineException {
    Optional<Opening> found =
        door.openings().stream()
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
      return broken(visit, e, Optional.empty());
    }
    String id = opening.workflowId() + "/" + opening.node();
    String sent = visit.sent("key");
    String key = tickets.isKey(sent, id) ? sent : tickets.key(id);
    Asking asking = new Asking(check, visit, ASSETS, uploads, Optional.empty(), List.of());
    try {
      return switch (asking.goOn(Map.of("key", key), key)) {
        case Asking.Page page -> page.answer();
        case Asking.Filled filled when !key.equals(sent) ->
            asking.again(Map.of("key", key), key, "stale.again");
        case Asking.Filled filled -> begun(opening, key, filled, asking);
      };
    } catch (Uploads.TooManyException e) {
      return crowded(e, visit);
    }
  }

  private DeskAnswer begun(Opening opening, String key, Asking.Filled filled, Asking asking)
      throws EngineException {
    Visit visit = asking.visit();
    try (Intake intake = engine.intake()) {
      Item item = Item.of(said(filled.answer())).withBinary(files(intake, key, filled.files()));
      RunId run = door.call(opening, List.of(item), "form/" + key);
      uploads.done(key);
      if (FormPages.wasOther(engine, run, opening.node(), filled.answer())) {
        return notice(409, visit, "sent");
      }
      return DeskAnswer.goOn(after(run, asking));
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
    Optional<RunId> run = run(link);
    return run.isEmpty()
        ? notice(404, visit, "missing")
        : asked(engine.run(run.get()), run.get(), token(link), visit, Optional.empty());
  }

  /** Whether a run asks people for something now. */
  public boolean asks(RunId run) throws EngineException {
    return !tasks.of(run).isEmpty();
  }

  /**
   * The task of a run, for somebody who is signed in and opened it from the inbox.
   *
   * @param node id of the node that asks; empty for the first
   * @param inbox who it is, and what may be done
   */
  public DeskAnswer task(RunId run, Optional<String> node, Visit visit, FromInbox inbox)
      throws EngineException {
    Optional<RunView> view = engine.run(run);
    String token = view.map(each -> taskToken(each, node, visit)).orElse("");
    return asked(view, run, token, visit, Optional.of(inbox));
  }

  /** What a run asks for at one of its waits: a page or a task. */
  private DeskAnswer asked(
      Optional<RunView> view, RunId run, String token, Visit visit, Optional<FromInbox> inbox)
      throws EngineException {
    Optional<Tasks.Asked> asked = view.flatMap(each -> Tasks.asked(each, token));
    if (asked.isEmpty()) {
      return over(run + "." + token, visit, inbox);
    }
    if (view.filter(each -> Tasks.mayAsk(each.status())).isEmpty()) {
      return notice(503, visit, "busy", inbox).with("Retry-After", "30"); // a branch was cut short
    }
    FormCheck check;
    try {
      check = AskedForm.ofRun(asked.get().told(), asked.get().name());
    } catch (FormException e) {
      return broken(visit, e, inbox);
    }
    String wait = run + "." + token;
    Map<String, String> travelling = new HashMap<>();
    travelling.put("visit", tickets.visit(visit.sent("visit")));
    inbox.ifPresent(each -> {
      travelling.put("key", tickets.sign("wait", wait));
      travelling.put(FormPage.CONFIRM, each.confirm());
    });
    String owner = wait + "/" + travelling.get("visit");
    try {
      List<GivenFile> given = given(asked.get(), wait, inbox);
      Asking asking = new Asking(check, visit, ASSETS, uploads, inbox, given);
      return switch (asking.goOn(travelling, owner)) {
        case Asking.Page page -> page.answer();
        case Asking.Filled filled
            when inbox.filter(each -> !each.answerable() || !each.confirmed()).isPresent() ->
            throw new IllegalStateException("what is not confirmed is not taken");
        case Asking.Filled filled -> answered(run, token, owner, asked.get(), filled, asking);
      };
    } catch (Uploads.TooManyException e) {
      return crowded(e, visit);
    }
  }

  private List<GivenFile> given(Tasks.Asked asked, String link, Optional<FromInbox> inbox)
      throws EngineException {
    return tasks.files(asked).stream()
        .map(each ->
            new GivenFile(
                each.name(),
                each.file().size(),
                inbox
                    .map(from -> from.file(asked.node(), each.number()))
                    .orElse(prefix + "/ask/" + link + "/files/" + each.number())))
        .toList();
  }

  /**
   * A file that a task shows, for whoever has the task's link.
   *
   * @param link the run's number, a point, and the token of the wait
   * @param number of the file
   * @return empty where there is no such task any more, or no such file
   */
  public Optional<HandedFile> file(String link, String number) throws EngineException {
    Optional<RunId> run = run(link);
    return run.isEmpty() ? Optional.empty() : file(run.get(), token(link), number);
  }

  /**
   * A file that a task shows, for somebody who may see the project.
   *
   * @param node id of the node that asks; empty for the first
   * @param number of the file
   * @return empty where there is no such task any more, or no such file
   */
  public Optional<HandedFile> file(RunId run, Optional<String> node, String number)
      throws EngineException {
    for (OpenTask each : tasks.of(run)) {
      if (node.isEmpty() || node.get().equals(each.node())) {
        return file(run, each.token(), number);
      }
    }
    return Optional.empty();
  }

  private Optional<HandedFile> file(RunId run, String token, String number) throws EngineException {
    Optional<Tasks.Asked> asked = engine.run(run).flatMap(view -> Tasks.asked(view, token));
    return asked.isEmpty() ? Optional.empty() : tasks.file(asked.get(), number);
  }

  /** The run of a link; empty where it is none. */
  private static Optional<RunId> run(String link) {
    int point = link.indexOf('.');
    return point > 0 && link.substring(0, point).matches("[1-9]\\d{0,17}")
        ? Optional.of(new RunId(Long.parseLong(link.substring(0, point))))
        : Optional.empty();
  }

  /** The token of a link that names a run. */
  private static String token(String link) {
    return link.substring(link.indexOf('.') + 1);
  }

  /**
   * The token of the task that is looked at, or for which something was sent: a page that was
   * opened for an earlier wait of the run does not answer a later one.
   */
  private String taskToken(RunView view, Optional<String> node, Visit visit) {
    return Tasks.waiting(view).stream()
        .filter(each ->
            visit.posted().isPresent()
                ? tickets.sign("wait", view.id() + "." + each.token()).equals(visit.sent("key"))
                : node.isEmpty() || node.get().equals(each.node()))
        .map(OpenTask::token)
        .findFirst()
        .orElse("");
  }

  static DeskAnswer notice(int status, Visit visit, String what, Optional<FromInbox> inbox) {
    return inbox
        .map(each ->
            DeskAnswer.html(status, NoticePage.of(visit.wanted(), ASSETS, what, each.back())))
        .orElseGet(() -> notice(status, visit, what));
  }

  private DeskAnswer answered(
      RunId run, String token, String owner, Tasks.Asked asked, Asking.Filled filled, Asking asking)
      throws EngineException {
    Optional<FromInbox> inbox = asking.inbox();
    boolean task = "task".equals(asked.told().get("kind"));
    try (Intake intake = engine.intake()) {
      Map<String, BinaryData> files = files(intake, owner, filled.files());
      if (task) {
        tasks.take(
            run, token, asked, filled.answer(), files, inbox.map(FromInbox::person).orElse(""));
      } else {
        Item item = Item.of(said(filled.answer())).withBinary(files);
        engine.resume(run, token, List.of(item.pairedTo(0, 0)));
      }
      uploads.done(owner);
    } catch (EngineException e) {
      return switch (e.reason()) {
        case WAIT_OVER, NOT_WAITING -> over(run + "." + token, asking.visit(), inbox);
        default -> throw e;
      };
    }
    String to = task ? asking.on(prefix + "/ask/thanks") : after(run, asking);
    to = inbox.map(FromInbox::after).orElse(to);
    answered.put(run + "." + token, asking.visit(), to);
    return DeskAnswer.goOn(to);
  }

  /** What follows where a wait is over: for the page that ended it what followed on that. */
  private DeskAnswer over(String wait, Visit visit, Optional<FromInbox> inbox) {
    return answered
        .to(wait, visit)
        .map(DeskAnswer::goOn)
        .orElseGet(() -> notice(410, visit, "gone", inbox));
  }

  /** Where it is told what follows on a form. */
  private String after(RunId run, Asking asking) {
    return asking.on(prefix + "/ask/after/" + tickets.ticket(run.number()));
  }

  /** The files of an answer, taken into the engine's store. */
  private Map<String, BinaryData> files(Intake intake, String owner, Map<String, JsonObject> files)
      throws EngineException {
    Map<String, BinaryData> taken = new HashMap<>();
    for (Map.Entry<String, JsonObject> each : files.entrySet()) {
      JsonObject file = each.getValue();
      try {
        byte[] bytes = uploads.bytes(owner, file);
        taken.put(
            each.getKey(),
            intake.store(
                String.valueOf(file.get("name")),
                String.valueOf(file.get("type")),
                new ByteArrayInputStream(bytes)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return taken;
  }

  /** Whether a page is there that takes files: nobody else may send large bodies. */
  public boolean listens(String kind, String path) throws EngineException {
    if (kind.equals("forms")) {
      return door.openings().stream()
          .anyMatch(
              each -> each.listening() instanceof Listening.Form form && form.path().equals(path));
    }
    Optional<RunId> run = run(path);
    return answered.has(path)
        || (run.isPresent()
            && engine.run(run.get()).flatMap(view -> Tasks.asked(view, token(path))).isPresent());
  }

  /** Where files of calls lie on their way. */
  public Path arrivals() {
    return uploads.folder();
  }

  /**
   * Takes in a request with files, before anything of it is read.
   *
   * @param declared bytes of its body; negative where it does not say
   * @param most that a body may have
   * @throws Uploads.TooManyException when there is no room now
   */
  public Arrival arrive(long declared, long most) throws Uploads.TooManyException {
    return uploads.arrive(declared, most);
  }

  /** What the person sees whose files are too many: 413 where they are, 429 where the room is. */
  public static DeskAnswer crowded(Uploads.TooManyException e, Visit visit) {
    return e.isPassing()
        ? notice(429, visit, "busy").with("Retry-After", "30")
        : notice(413, visit, "files");
  }

  /** What the person sees from whose address too much comes. */
  public static DeskAnswer crowded(int seconds, Visit visit) {
    return notice(429, visit, "busy").with("Retry-After", Integer.toString(seconds));
  }

  /** What the person sees who asks for a file that is not there, or not any more. */
  public static DeskAnswer absent(Visit visit) {
    return notice(404, visit, "file.gone");
  }

  /** What the person sees whose request is larger than any form. */
  public static DeskAnswer tooLarge(Visit visit) {
    return notice(413, visit, "files");
  }

  /** What the person sees whose request is refused for another reason: 408 where it is too slow. */
  public static DeskAnswer refused(int status, Visit visit) {
    return notice(status, visit, status == 408 ? "slow" : "refused");
  }

  private JsonObject said(JsonObject answer) {
    return FormPages.sent(answer, clock, door.isTest());
  }

  /** What follows on a form that was sent. */
  public DeskAnswer after(String ticket, Visit visit) throws EngineException, InterruptedException {
    return follow.after(ticket, visit);
  }

  /** The file with which a workflow answered a form; empty where it answered with none. */
  public Optional<HandedFile> fileAfter(String ticket) throws EngineException {
    return follow.file(ticket);
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
      case "form.css", "inbox.css" ->
          Optional.of(DeskAnswer.asset("text/css; charset=utf-8", read(name)));
      case "form.js", "inbox.js" ->
          Optional.of(DeskAnswer.asset("text/javascript; charset=utf-8", read(name)));
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
      throw new UncheckedIOException(e);
    }
  }

  private static DeskAnswer broken(Visit visit, FormException e, Optional<FromInbox> inbox) {
    LOG.log(System.Logger.Level.WARNING, "a form cannot be shown: {0}", e.getMessage());
    return notice(500, visit, "broken", inbox);
  }

  static DeskAnswer notice(int status, Visit visit, String what) {
    return DeskAnswer.html(status, NoticePage.of(visit.wanted(), ASSETS, what));
  }
}
