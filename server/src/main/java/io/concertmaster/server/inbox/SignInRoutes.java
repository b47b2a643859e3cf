package io.concertmaster.server.inbox;

import io.concertmaster.hosted.desk.DeskAnswer;
import io.concertmaster.hosted.desk.FormDesk;
import io.concertmaster.hosted.desk.Visit;
import io.concertmaster.hosted.page.FormPage;
import io.concertmaster.hosted.page.InboxPage;
import io.concertmaster.hosted.page.SignInPage;
import io.concertmaster.server.access.Policy;
import io.concertmaster.server.account.Accounts;
import io.concertmaster.server.account.Sessions;
import io.concertmaster.server.http.Answer;
import io.concertmaster.server.http.Call;
import io.concertmaster.server.http.HttpProblem;
import io.concertmaster.server.http.PageCall;
import io.concertmaster.server.http.Route;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.regex.Pattern;

/** Signing in and out with a browser. */
final class SignInRoutes {
  /** Where one may go on: pages of the inbox, spelled plainly, and nothing else of any server. */
  private static final Pattern WAY =
      Pattern.compile(
          InboxPage.INBOX
              + "(/tasks/[A-Za-z0-9_-]{1,64}/[0-9]{1,18})?(\\?[A-Za-z0-9%&=+._~-]{0,1000})?");

  private final Accounts accounts;

  SignInRoutes(Accounts accounts) {
    this.accounts = accounts;
  }

  List<Route> routes() {
    return List.of(
        Route.page(
                SignInPage.SIGN_IN,
                new Policy.Open("who signs in has no session yet"),
                "showSignIn",
                "Asks who somebody is")
            .query("to", "where to go on afterwards")
            .query("out", "whether somebody was signed out just now")
            .query("lang", "the language")
            .by(this::show),
        Route.posted(
                SignInPage.SIGN_IN,
                new Policy.Open("who signs in has no session yet; tries are slowed down"),
                "signInWithBrowser",
                "Begins a session for somebody who knows their password")
            .by(this::signIn),
        Route.posted(
                InboxPage.INBOX + "/signout",
                new Policy.Known(),
                "signOutWithBrowser",
                "Ends the session")
            .by(this::signOut));
  }

  private Answer show(Call call) {
    PageCall page = call.page().orElseThrow();
    String to = way(call.asked("to").orElse(""));
    if (call.caller().isKnown()) {
      return new Answer.Page(DeskAnswer.goOn(to));
    }
    boolean out = call.asked("out").isPresent();
    return asked(page, page.unread(), 200, "", to, "", 0, out);
  }

  /** A way on that somebody sent; the inbox where it leads elsewhere. */
  private static String way(String sent) {
    return WAY.matcher(sent).matches() ? sent : InboxPage.INBOX;
  }

  /** The page that asks. */
  private static Answer asked(
      PageCall page,
      Visit visit,
      int status,
      String name,
      String to,
      String problem,
      int seconds,
      boolean out) {
    String door = page.door().orElseGet(Sessions::door);
    SignInPage.Shown shown =
        new SignInPage.Shown(name, to, Sessions.confirmation(door), problem, seconds, out);
    return new Answer.Page(
        DeskAnswer.html(status, SignInPage.of(visit.wanted(), FormDesk.ASSETS, shown))
            .with("Set-Cookie", page.keepDoor(door)));
  }

  /** Whether what was sent came of a page that was made for what the browser keeps. */
  static boolean confirmed(Visit visit, String secret) {
    return MessageDigest.isEqual(
        Sessions.confirmation(secret).getBytes(StandardCharsets.US_ASCII),
        visit.sent(FormPage.CONFIRM).getBytes(StandardCharsets.UTF_8));
  }

  private Answer signIn(Call call) throws HttpProblem, InterruptedException {
    PageCall page = call.page().orElseThrow();
    Visit visit = page.fields();
    String to = way(visit.sent("to"));
    String name = visit.sent("name").strip();
    if (page.door().filter(each -> confirmed(visit, each)).isEmpty()) {
      return asked(page, visit, 403, name, to, "stale", 0, false);
    }
    if (accounts.find(name).isPresent()) {
      call.isBy(name); // what is no name may be a password in the wrong field: it is not noted
    }
    try {
      accounts.check(name, visit.sent("password"), call.address());
    } catch (HttpProblem e) {
      String problem = e.status() == 429 ? "tooMany" : "wrong";
      return asked(page, visit, e.status(), name, to, problem, e.retryAfter(), false);
    }
    page.session().ifPresent(accounts.sessions()::end);
    String secret = accounts.sessions().begin(name);
    return new Answer.Page(DeskAnswer.goOn(to).with("Set-Cookie", page.keepSession(secret)));
  }

  private Answer signOut(Call call) throws HttpProblem {
    PageCall page = call.page().orElseThrow();
    String secret = page.session().orElseThrow();
    if (!confirmed(page.fields(), secret)) {
      throw new HttpProblem(403, "not-confirmed", "this was not sent by a page of this session");
    }
    accounts.sessions().end(secret);
    return new Answer.Page(
        DeskAnswer.goOn(SignInPage.SIGN_IN + "?out=1").with("Set-Cookie", page.dropSession()));
  }
}
