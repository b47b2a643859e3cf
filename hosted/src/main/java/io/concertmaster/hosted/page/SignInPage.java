package io.concertmaster.hosted.page;

import io.concertmaster.forms.Accent;
import io.concertmaster.forms.Messages;
import java.util.List;

/** Where people say who they are, and the few pages that only say something of that. */
public final class SignInPage {
  /** Where the page is, and where it is sent. */
  public static final String SIGN_IN = InboxPage.INBOX + "/signin";

  private SignInPage() {}

  /**
   * What a page of signing in has on it.
   *
   * @param name that was tried; empty at first
   * @param to where to go on afterwards
   * @param confirm what travels in the page, and tells that a post came of it
   * @param problem key of what is wrong: {@code wrong}, {@code tooMany}, {@code stale}; empty for
   *     nothing
   * @param seconds to wait, where there were too many tries
   * @param out whether somebody was signed out just now
   */
  public record Shown(
      String name, String to, String confirm, String problem, int seconds, boolean out) {}

  /**
   * The page.
   *
   * @param wanted languages, most wanted first
   * @param base where style and script lie
   */
  public static String of(List<String> wanted, String base, Shown shown) {
    Messages messages = Messages.ofFirst(wanted);
    String problem = problem(messages, shown);
    String title = messages.say("inbox.signIn");
    Markup page =
        new PageShell(messages.language(), Accent.DEFAULT, base)
            .begin(
                problem.isEmpty() ? title : messages.say("summary", 1) + ": " + title,
                List.of("form.css", "inbox.css"),
                List.of("form.js"));
    page.open("div").with("class", "card door");
    page.line("h1", title);
    page.line("p", messages.say("inbox.signIn.text"));
    if (shown.out()) {
      page.open("p").with("class", "note").with("role", "status");
      page.text(messages.say("inbox.out")).close();
    }
    if (!problem.isEmpty()) {
      page.open("div").with("class", "summary").with("role", "alert").with("tabindex", "-1");
      page.with("id", "summary").line("p", problem).close();
    }
    page.open("form").with("method", "post").with("action", SIGN_IN);
    page.with("class", "form");
    page.hidden(FormPage.CONFIRM, shown.confirm());
    page.hidden("to", shown.to());
    boolean wrong = shown.problem().equals("wrong");
    field(page, "name", messages.say("inbox.name"), "text", "username", shown.name(), wrong);
    field(
        page,
        "password",
        messages.say("inbox.password"),
        "password",
        "current-password",
        "",
        wrong);
    page.open("div").with("class", "buttons");
    page.open("button").with("class", "main").text(title).close();
    return PageShell.end(page.close().close().close());
  }

  private static String problem(Messages messages, Shown shown) {
    return switch (shown.problem()) {
      case "" -> "";
      case "tooMany" ->
          messages.say("inbox.tooMany", messages.say("inbox.seconds", shown.seconds()));
      default -> messages.say("inbox." + shown.problem());
    };
  }

  private static void field(
      Markup page,
      String name,
      String label,
      String type,
      String complete,
      String value,
      boolean wrong) {
    page.open("div").with("class", wrong ? "field wrong" : "field");
    page.open("label").with("for", name).text(label).close();
    page.open("input").with("type", type).with("id", name).with("name", name);
    page.with("autocomplete", complete).with("maxlength", "200").flag("required", true);
    page.with("autocapitalize", "none").with("spellcheck", "false");
    page.unlessEmpty("value", value);
    if (wrong) {
      page.with("aria-invalid", "true").with("aria-describedby", "summary");
    }
    page.close();
  }

  /**
   * A page that says why something did not go through.
   *
   * @param wanted languages, most wanted first
   * @param base where the style lies
   * @param status of HTTP
   */
  public static String refusal(List<String> wanted, String base, int status) {
    String what =
        switch (status) {
          case 401 -> "expired";
          case 403 -> "refused";
          case 404, 405, 410 -> "absent";
          case 413 -> "large";
          default -> "problem";
        };
    return what.equals("expired")
        ? NoticePage.of(wanted, base, "inbox." + what)
        : NoticePage.of(wanted, base, "inbox." + what, InboxPage.INBOX);
  }
}
