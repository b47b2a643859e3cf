package io.concertmaster.server.http;

import io.concertmaster.hosted.desk.DeskAnswer;
import io.concertmaster.hosted.desk.FormDesk;
import io.concertmaster.hosted.desk.Visit;
import io.concertmaster.hosted.http.Pages;
import io.concertmaster.hosted.page.SignInPage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.server.Request;

/** What people see whose request for a page is refused. */
final class PageProblems {
  private PageProblems() {}

  /** The page; for those who are not signed in and only look the way to where they can. */
  static DeskAnswer of(Request request, HttpProblem problem) {
    boolean looks = !request.getMethod().equals("POST");
    if (problem.status() == 401 && looks) {
      return DeskAnswer.goOn(
          SignInPage.SIGN_IN
              + "?to="
              + URLEncoder.encode(request.getHttpURI().getPathQuery(), StandardCharsets.UTF_8));
    }
    Visit visit = Pages.unread(request);
    DeskAnswer page =
        DeskAnswer.html(
            problem.status(),
            SignInPage.refusal(visit.wanted(), FormDesk.ASSETS, problem.status()));
    return problem.retryAfter() > 0
        ? page.with("Retry-After", Integer.toString(problem.retryAfter()))
        : page;
  }
}
