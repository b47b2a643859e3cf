package io.concertmaster.server.http;

import io.concertmaster.hosted.desk.Visit;
import io.concertmaster.hosted.hook.HookBody.NotTakenException;
import io.concertmaster.hosted.http.Pages;
import io.concertmaster.hosted.page.InboxPage;
import io.concertmaster.hosted.upload.Uploads.TooManyException;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * A request for a page, as its route sees it: cookies, fields, and from where it came.
 *
 * <p>Design note. A browser sends cookies by itself, also when another site makes it send
 * something. So posts are refused that browsers say come of elsewhere (Fetch Metadata, {@code
 * Sec-Fetch-Site}; where there is none, {@code Origin}), and the routes ask for a text that only
 * our own page has. The cookies lie at the pages' path alone: webhooks of the same server, whose
 * requests become data of runs, never get them.
 */
public final class PageCall {
  private static final String SECURE = "__Secure-";
  private static final String SESSION = "cm_session";
  private static final String DOOR = "cm_door";

  private final Request request;

  PageCall(Request request) {
    this.request = request;
  }

  /** What a browser brings of its session; null for nothing, or for two at once. */
  static @Nullable String session(Request request) {
    return cookie(request, SESSION);
  }

  private static @Nullable String cookie(Request request, String name) {
    List<String> values =
        Request.getCookies(request).stream()
            .filter(each -> each.getName().equals(cookieName(request, name)))
            .map(HttpCookie::getValue)
            .toList();
    return values.size() == 1 ? values.getFirst() : null;
  }

  /** A name with that beginning is taken by browsers over TLS only. */
  private static String cookieName(Request request, String name) {
    return isSecure(request) ? SECURE + name : name;
  }

  /** Whether the browser speaks TLS, to us or to a proxy before us. */
  private static boolean isSecure(Request request) {
    return request.isSecure()
        || "https".equalsIgnoreCase(request.getHeaders().get(HttpHeader.X_FORWARDED_PROTO));
  }

  /** What the browser brings of its session. */
  public Optional<String> session() {
    return Optional.ofNullable(session(request));
  }

  /** What the browser got when it was asked to sign in. */
  public Optional<String> door() {
    return Optional.ofNullable(cookie(request, DOOR)).filter(each -> each.length() <= 100);
  }

  /** The header that keeps a session in the browser, until the browser is closed. */
  public String keepSession(String secret) {
    return setCookie(SESSION, secret, "");
  }

  /** The header that ends it. */
  public String dropSession() {
    return setCookie(SESSION, "", "; Max-Age=0");
  }

  /** The header that keeps for an hour what tells that the browser was asked to sign in. */
  public String keepDoor(String secret) {
    return setCookie(DOOR, secret, "; Max-Age=3600");
  }

  /**
   * Lax, not Strict: who follows a link in a mail to a task is signed in there too. What another
   * site makes a browser post comes without it.
   */
  private String setCookie(String name, String value, String more) {
    return cookieName(request, name)
        + "="
        + value
        + "; Path="
        + InboxPage.INBOX
        + "; HttpOnly; SameSite=Lax"
        + (isSecure(request) ? "; Secure" : "")
        + more;
  }

  /** The request without its body. */
  public Visit unread() {
    return Pages.unread(request);
  }

  /**
   * The request with its fields.
   *
   * @param arriving takes files in
   * @throws HttpProblem when the body is not taken
   */
  public Visit visit(Pages.Arriving arriving) throws HttpProblem, TooManyException {
    try {
      return Pages.visit(request, Optional.of(arriving));
    } catch (NotTakenException e) {
      throw problem(e);
    }
  }

  /**
   * The request with a few short fields, and no files.
   *
   * @throws HttpProblem when the body is not taken
   */
  public Visit fields() throws HttpProblem {
    try {
      return Pages.small(request, 10_000);
    } catch (NotTakenException e) {
      throw problem(e);
    }
  }

  private static HttpProblem problem(NotTakenException e) {
    return new HttpProblem(e.status(), "not-taken", String.valueOf(e.getMessage()));
  }

  /** The request is served: what was kept of its body is let go. */
  public void served(Visit visit) {
    Pages.served(request, visit);
  }

  /**
   * Refuses a post that another site made a browser send.
   *
   * @throws HttpProblem 403
   */
  static void mustBeOurs(Request request) throws HttpProblem {
    String site = request.getHeaders().get("Sec-Fetch-Site");
    String origin = request.getHeaders().get(HttpHeader.ORIGIN);
    boolean ours = true;
    if (site != null) {
      ours = site.equals("same-origin") || site.equals("none");
    } else if (origin != null) {
      String host = request.getHeaders().get(HttpHeader.HOST);
      String forwarded = request.getHeaders().get(HttpHeader.X_FORWARDED_HOST);
      int named = origin.indexOf("://") + 3;
      String ourselves = named < 3 ? "" : origin.substring(named);
      ours =
          !ourselves.isEmpty()
              && (ourselves.equalsIgnoreCase(host) || ourselves.equalsIgnoreCase(forwarded));
    }
    if (!ours) {
      throw new HttpProblem(403, "cross-site", "this was sent by a page of another site");
    }
  }
}
