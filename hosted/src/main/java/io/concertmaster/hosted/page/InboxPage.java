package io.concertmaster.hosted.page;

import io.concertmaster.forms.Accent;
import io.concertmaster.forms.Messages;
import io.concertmaster.hosted.task.BoardTask;
import io.concertmaster.hosted.task.DoneTask;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The inbox of a server as HTML: which tasks wait for whoever is signed in. It works without
 * scripts; the script tells times by the reader's clock, and looks again when the reader comes
 * back.
 */
public final class InboxPage {
  /** Where the inbox is. */
  public static final String INBOX = "/inbox";

  private static final String SEEN = "inbox.";

  /** Which tasks are shown. */
  public enum Filter {
    /** Given to whoever looks. */
    MINE,
    /** All that are open, one's own first. */
    OPEN,
    /** Those that are open no more. */
    DONE;

    /** The name in addresses. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A line of the list.
   *
   * @param project id of the project
   * @param projectName what it is called; empty where the reader sees one project only
   * @param done how it was done; empty while it is open
   */
  public record Line(BoardTask task, String project, String projectName, Optional<DoneTask> done) {}

  /**
   * What is shown.
   *
   * @param person who looks
   * @param confirm what travels in the page, and tells that a post came of it
   * @param filter which tasks
   * @param search what their titles must have in them; empty for all
   * @param lines of this page
   * @param from position of the first of them, from 0
   * @param total how many there are on all pages
   * @param perPage how many a page has at most
   * @param mine how many open tasks are given to whoever looks
   * @param open how many open tasks there are
   * @param projects whether whoever looks may see any project
   * @param said what was done just now; empty for nothing
   * @param now for the words of times
   */
  public record Shown(
      String person,
      String confirm,
      Filter filter,
      String search,
      List<Line> lines,
      int from,
      int total,
      int perPage,
      int mine,
      int open,
      boolean projects,
      Optional<Said> said,
      Instant now) {
    public Shown {
      lines = List.copyOf(lines);
    }
  }

  /**
   * What was done just now.
   *
   * @param decision as {@link DoneTask} has it, or {@code sent} where that is not known yet
   * @param title of the task
   */
  public record Said(String decision, String title) {}

  private final Messages messages;
  private final Shown shown;
  private final Markup page;

  private InboxPage(Messages messages, String base, Shown shown) {
    this.messages = messages;
    this.shown = shown;
    this.page =
        new PageShell(messages.language(), Accent.DEFAULT, base)
            .begin(title(), List.of("form.css", "inbox.css"), List.of("inbox.js"));
  }

  /**
   * The list.
   *
   * @param wanted languages, most wanted first
   * @param base where style and script lie
   */
  public static String of(List<String> wanted, String base, Shown shown) {
    return new InboxPage(Messages.ofFirst(wanted), base, shown).html();
  }

  private String title() {
    return shown.mine() == 0 ? say("title") : "(" + shown.mine() + ") " + say("title");
  }

  private String say(String key, Object... about) {
    return messages.say(SEEN + key, about);
  }

  private String html() {
    head();
    shown.said().ifPresent(this::said);
    page.line("h1", say("title"));
    filters();
    if (shown.projects()) {
      search();
    }
    list();
    pages();
    return PageShell.end(page);
  }

  private void head() {
    page.open("div").with("class", "person");
    page.line("span", shown.person());
    page.open("form").with("method", "post").with("action", INBOX + "/signout");
    page.hidden(FormPage.CONFIRM, shown.confirm());
    page.open("button").with("class", "quiet").text(say("signOut")).close();
    page.close().close();
  }

  private void said(Said said) {
    page.open("p").with("class", "said").with("role", "status");
    page.text(
        said.decision().equals("sent")
            ? say("said.sent")
            : say("said." + said.decision(), said.title()));
    page.close();
  }

  private void filters() {
    page.open("nav").with("class", "filters").with("aria-label", say("filters"));
    page.open("ul");
    for (Filter each : Filter.values()) {
      page.open("li").open("a").with("href", address(each, "", 0));
      if (each == shown.filter()) {
        page.with("aria-current", "page");
      }
      page.text(say(each.id()));
      if (each != Filter.DONE) {
        int count = each == Filter.MINE ? shown.mine() : shown.open();
        page.text(" ").open("span").with("class", "count").text(messages.number(count)).close();
      }
      page.close().close();
    }
    page.close().close();
  }

  private static String address(Filter filter, String search, int from) {
    return INBOX
        + "?show="
        + filter.id()
        + (search.isEmpty() ? "" : "&q=" + URLEncoder.encode(search, StandardCharsets.UTF_8))
        + (from == 0 ? "" : "&from=" + from);
  }

  private void search() {
    page.open("form").with("class", "search").with("role", "search").with("action", INBOX);
    page.hidden("show", shown.filter().id());
    page.open("label").with("for", "q").text(say("search")).close();
    page.open("div").with("class", "line");
    page.open("input").with("type", "search").with("id", "q").with("name", "q");
    page.with("maxlength", "200").with("value", shown.search());
    page.open("button").with("class", "quiet").text(say("search.do")).close();
    page.close();
    if (!shown.search().isEmpty()) {
      page.open("p").with("class", "hint").with("role", "status");
      page.text(say("found", shown.total())).text(" · ");
      page.open("a").with("href", address(shown.filter(), "", 0)).text(say("search.clear"));
      page.close().close();
    }
    page.close();
  }

  private void list() {
    if (shown.lines().isEmpty()) {
      empty();
      return;
    }
    page.open("ul").with("class", "tasks");
    shown.lines().forEach(this::line);
    page.close();
  }

  private void empty() {
    page.open("div").with("class", "card empty");
    if (!shown.projects()) {
      page.line("h2", say("none.project")).line("p", say("none.project.text"));
    } else if (!shown.search().isEmpty()) {
      page.line("h2", say("none.found"));
    } else {
      page.line("h2", say("none." + shown.filter().id()));
      page.line("p", say("none." + shown.filter().id() + ".text"));
    }
    page.close();
  }

  private void line(Line line) {
    BoardTask task = line.task();
    page.open("li").with("class", "task").open("h2");
    if (line.done().isPresent()) {
      page.text(task.title());
    } else {
      page.open("a").with("href", address(line)).text(task.title()).close();
    }
    page.close();
    line.done().ifPresentOrElse(this::done, () -> due(task));
    page.open("dl");
    pair("workflow", task.workflow());
    if (!line.projectName().isEmpty()) {
      pair("project", line.projectName());
    }
    pair("for", assignee(task));
    if (line.done().isEmpty()) {
      page.open("div").line("dt", say("since")).open("dd").open("time");
      page.with("datetime", task.since().truncatedTo(ChronoUnit.SECONDS).toString());
      page.text(say("ago", span(Duration.between(task.since(), shown.now()))));
      page.close().close().close();
    }
    page.close().close();
  }

  private static String address(Line line) {
    return task(line.project(), line.task().run().toString(), Optional.of(line.task().node()));
  }

  /**
   * Where a task is answered.
   *
   * @param project its id
   * @param run number of the run that asks
   * @param node id of the node that asks; empty for the first of the run
   */
  public static String task(String project, String run, Optional<String> node) {
    return INBOX
        + "/tasks/"
        + project
        + "/"
        + run
        + node.map(each -> "?node=" + URLEncoder.encode(each, StandardCharsets.UTF_8)).orElse("");
  }

  private String assignee(BoardTask task) {
    if (task.isFor(shown.person())) {
      return say("you");
    }
    return task.assignee().orElse(say("everybody"));
  }

  private void pair(String key, String value) {
    page.open("div").line("dt", say(key)).line("dd", value).close();
  }

  private void due(BoardTask task) {
    page.open("p").with("class", "due");
    if (task.due().isEmpty()) {
      page.open("span").with("class", "soft").text(say("noDue")).close();
    } else {
      Duration left = Duration.between(shown.now(), task.due().get());
      if (task.isOverdue(shown.now())) {
        page.open("strong").with("class", "overdue").text(say("overdue")).close().text(" ");
        time(task.due().get(), say("overdue.by", span(left.negated())));
      } else {
        if (task.isUrgent(shown.now())) {
          page.open("strong").with("class", "soon").text(say("soon")).close().text(" ");
        }
        time(task.due().get(), say("due.in", span(left)));
      }
    }
    page.close();
  }

  private void done(DoneTask done) {
    page.open("p").with("class", "due");
    page.open("strong");
    if (done.decision().equals("overdue")) {
      page.with("class", "overdue").text(say("overdue")).close().text(" " + say("late") + " ");
    } else {
      page.text(say(done.decision())).close().text(" ");
    }
    time(done.at(), say("ago", span(Duration.between(done.at(), shown.now()))));
    done.by().ifPresent(by -> page.text(" · " + say("by") + " ").line("span", by));
    page.close();
  }

  /** A time in words, with the moment itself beside it. */
  private void time(Instant at, String words) {
    String moment =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(Locale.forLanguageTag(messages.language()))
            .withZone(ZoneOffset.UTC)
            .format(at);
    page.text(words + " ").open("time").with("class", "soft moment");
    page.with("datetime", at.truncatedTo(ChronoUnit.SECONDS).toString());
    page.text("(" + moment + " UTC)").close();
  }

  private String span(Duration time) {
    long minutes = Math.max(1, Math.ceilDiv(time.toSeconds(), 60));
    if (minutes < 60) {
      return say("minutes", minutes);
    }
    long hours = Math.round(minutes / 60.0);
    return hours < 48 ? say("hours", hours) : say("days", Math.round(hours / 24.0));
  }

  private void pages() {
    if (shown.total() <= shown.perPage()) {
      return;
    }
    page.open("nav").with("class", "pages").with("aria-label", say("pages"));
    int last = shown.from() + shown.lines().size();
    turn(shown.from() > 0, "previous", "prev", Math.max(0, shown.from() - shown.perPage()));
    page.line("span", say("shown", shown.from() + 1, last, shown.total()));
    turn(last < shown.total(), "next", "next", last);
    page.close();
  }

  private void turn(boolean there, String key, String rel, int from) {
    if (there) {
      page.open("a").with("rel", rel).with("href", address(shown.filter(), shown.search(), from));
      page.text(say(key)).close();
    } else {
      page.open("span").with("class", "soft").text(say(key)).close();
    }
  }
}
