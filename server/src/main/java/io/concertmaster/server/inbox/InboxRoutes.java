package io.concertmaster.server.inbox;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.RunId;
import io.concertmaster.hosted.desk.DeskAnswer;
import io.concertmaster.hosted.desk.FormDesk;
import io.concertmaster.hosted.desk.FromInbox;
import io.concertmaster.hosted.desk.Visit;
import io.concertmaster.hosted.page.InboxPage;
import io.concertmaster.hosted.page.InboxPage.Filter;
import io.concertmaster.hosted.page.InboxPage.Line;
import io.concertmaster.hosted.task.BoardTask;
import io.concertmaster.hosted.task.DoneTask;
import io.concertmaster.hosted.upload.Uploads;
import io.concertmaster.server.access.Caller;
import io.concertmaster.server.access.Policy;
import io.concertmaster.server.access.Role;
import io.concertmaster.server.access.Scope;
import io.concertmaster.server.account.Accounts;
import io.concertmaster.server.account.Sessions;
import io.concertmaster.server.http.Answer;
import io.concertmaster.server.http.Call;
import io.concertmaster.server.http.HttpProblem;
import io.concertmaster.server.http.PageCall;
import io.concertmaster.server.http.Route;
import io.concertmaster.server.project.Project;
import io.concertmaster.server.project.Projects;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The inbox: the tasks of all projects that somebody may see, and each of them to be answered. */
public final class InboxRoutes {
  private static final Policy LOOK = new Policy.InProject(Role.VIEWER, Scope.READ);
  private static final Policy ANSWER = new Policy.InProject(Role.RUNNER, Scope.RUN);
  private static final int PER_PAGE = 50;
  private static final int LONGEST_SEARCH = 200;

  /** What is due first, then the oldest. */
  private static final Comparator<Line> ORDER =
      Comparator.comparing((Line each) -> each.task().due().orElse(Instant.MAX))
          .thenComparing(each -> each.task().since());

  private static final Comparator<Line> NEWEST =
      Comparator.comparing((Line each) -> each.done().orElseThrow().at()).reversed();

  private final Projects projects;
  private final Desks desks;
  private final Accounts accounts;
  private final InstantSource clock;

  /** Pages for those who have accounts. */
  public InboxRoutes(Projects projects, Desks desks, Accounts accounts, InstantSource clock) {
    this.projects = projects;
    this.desks = desks;
    this.accounts = accounts;
    this.clock = clock;
  }

  /** The routes. */
  public List<Route> routes() {
    String task = InboxPage.INBOX + "/tasks/{project}/{run}";
    List<Route> own =
        List.of(
            Route.page(InboxPage.INBOX, new Policy.Known(), "showInbox", "The tasks to be done")
                .query("show", "“mine”, “open” or “done”")
                .query("q", "what titles must have in them")
                .query("from", "position of the first task, from 0")
                .query("done", "the task that was answered just now: PROJECT.RUN")
                .query("lang", "the language")
                .by(this::list),
            Route.page(task, LOOK, "showTask", "A task, to be answered")
                .query("node", "id of the node that asks; the first by default")
                .query("lang", "the language")
                .by(this::task),
            Route.page(task + "/files/{file}", LOOK, "showTaskFile", "A file that a task shows")
                .query("node", "id of the node that asks; the first by default")
                .answersText(Route.FILE)
                .by(this::file),
            Route.posted(task, ANSWER, "answerTaskWithBrowser", "Answers a task")
                .query("node", "as the page was asked for")
                .query("lang", "the language")
                .by(this::answer));
    return Route.list(List.of(new SignInRoutes(accounts).routes(), own));
  }

  private Answer list(Call call) throws HttpProblem, EngineException {
    PageCall page = call.page().orElseThrow();
    Visit visit = page.unread();
    Caller caller = call.caller();
    Filter filter = filter(call.asked("show").orElse(""));
    String search = call.asked("q").orElse("").strip();
    if (search.length() > LONGEST_SEARCH) {
      throw HttpProblem.badRequest("a search has at most " + LONGEST_SEARCH + " characters");
    }
    List<Project> seen =
        projects.all().stream().filter(each -> caller.may(LOOK, each.id())).toList();
    Map<String, String> names = seen.size() > 1 ? projects.names() : Map.of();
    List<Line> mine = new ArrayList<>();
    List<Line> others = new ArrayList<>();
    List<Line> done = new ArrayList<>();
    for (Project each : seen) {
      String name = names.getOrDefault(each.id(), "");
      for (BoardTask task : desks.board(each).open()) {
        List<Line> whose = task.isFor(caller.name()) ? mine : others;
        whose.add(new Line(task, each.id(), name, Optional.empty()));
      }
      for (DoneTask task : desks.board(each).done()) {
        done.add(new Line(task.task(), each.id(), name, Optional.of(task)));
      }
    }
    mine.sort(ORDER);
    others.sort(ORDER);
    done.sort(NEWEST);
    Stream<Line> wanted =
        switch (filter) {
          case MINE -> mine.stream();
          case OPEN -> Stream.concat(mine.stream(), others.stream());
          case DONE -> done.stream();
        };
    String needle = search.toLowerCase(Locale.ROOT);
    List<Line> found =
        wanted
            .filter(each -> each.task().title().toLowerCase(Locale.ROOT).contains(needle))
            .toList();
    int from = (int) call.number("from", 0, Integer.MAX_VALUE).orElse(0);
    from = from >= found.size() ? 0 : from;
    List<Line> lines = found.subList(from, Math.min(found.size(), from + PER_PAGE));
    InboxPage.Shown shown =
        new InboxPage.Shown(
            caller.name(),
            Sessions.confirmation(page.session().orElseThrow()),
            filter,
            search,
            lines,
            from,
            found.size(),
            PER_PAGE,
            mine.size(),
            mine.size() + others.size(),
            !seen.isEmpty(),
            call.asked("done").map(each -> said(each, done)),
            clock.instant());
    return new Answer.Page(
        DeskAnswer.html(200, InboxPage.of(wanted(call, visit), FormDesk.ASSETS, shown)));
  }

  private static List<String> wanted(Call call, Visit visit) {
    List<String> wanted = new ArrayList<>(visit.wanted());
    call.asked("lang").ifPresent(each -> wanted.addFirst(each));
    return wanted;
  }

  private static Filter filter(String name) {
    for (Filter each : Filter.values()) {
      if (each.id().equals(name)) {
        return each;
      }
    }
    return Filter.OPEN;
  }

  /** What was done just now, in the words of the task; the address itself is not repeated. */
  private static InboxPage.Said said(String which, List<Line> done) {
    return done.stream()
        .filter(each -> (each.project() + "." + each.task().run()).equals(which))
        .filter(each -> !each.done().orElseThrow().decision().startsWith("over"))
        .findFirst() // the newest
        .map(each -> new InboxPage.Said(each.done().orElseThrow().decision(), each.task().title()))
        .orElse(new InboxPage.Said("sent", ""));
  }

  private Answer task(Call call) throws HttpProblem, EngineException {
    boolean answerable = call.caller().may(ANSWER, call.project());
    PageCall page = call.page().orElseThrow();
    Visit visit = page.unread();
    Map<String, List<String>> query =
        call.asked("lang").map(each -> Map.of("lang", List.of(each))).orElse(Map.of());
    Visit own = new Visit(Optional.empty(), List.of(), query, visit.languages());
    return shown(call, own, true, answerable);
  }

  private Answer file(Call call) throws HttpProblem, EngineException {
    FormDesk desk = desks.desk(projects.get(call.project()));
    return desk.file(call.run(), call.asked("node"), call.value("file"))
        .<Answer>map(Answer.Download::new)
        .orElseThrow(() -> HttpProblem.notFound("the task has no such file, or is open no more"));
  }

  private Answer answer(Call call) throws HttpProblem, EngineException {
    PageCall page = call.page().orElseThrow();
    Project project = projects.get(call.project());
    FormDesk desk = desks.desk(project);
    RunId run = call.run();
    if (!desk.asks(run)) {
      return shown(call, page.unread(), false, true); // nothing of the body is read for no task
    }
    Visit visit;
    try {
      visit = page.visit(desk::arrive);
    } catch (Uploads.TooManyException e) {
      return new Answer.Page(FormDesk.crowded(e, page.unread()));
    }
    try {
      boolean confirmed = SignInRoutes.confirmed(visit, page.session().orElseThrow());
      return shown(call, visit, confirmed, true);
    } finally {
      page.served(visit);
      desks.board(project).answered(run);
    }
  }

  private Answer shown(Call call, Visit visit, boolean confirmed, boolean answerable)
      throws HttpProblem, EngineException {
    PageCall page = call.page().orElseThrow();
    FormDesk desk = desks.desk(projects.get(call.project()));
    RunId run = call.run();
    FromInbox inbox =
        new FromInbox(
            call.caller().name(),
            Sessions.confirmation(page.session().orElseThrow()),
            confirmed,
            answerable,
            InboxPage.INBOX,
            InboxPage.task(call.project(), run.toString(), call.asked("node")),
            InboxPage.INBOX + "?done=" + call.project() + "." + run);
    return new Answer.Page(desk.task(run, call.asked("node"), visit, inbox));
  }
}
