package io.concertmaster.server.http;

import io.concertmaster.hosted.hook.ProblemTitle;
import io.concertmaster.node.data.JsonObject;

/**
 * Why a request cannot be served, as a problem document of RFC 9457 tells it. The detail is for
 * people: what, where, what to do.
 */
public final class HttpProblem extends Exception {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final transient JsonObject more;
  private final int retryAfter;

  /**
   * A problem.
   *
   * @param status of HTTP, from 400
   * @param code what went wrong, for programs, such as {@code no-such-workflow}
   * @param detail what went wrong, for people, in one line
   */
  public HttpProblem(int status, String code, String detail) {
    this(status, code, detail, JsonObject.empty(), 0);
  }

  private HttpProblem(int status, String code, String detail, JsonObject more, int retryAfter) {
    super(detail, null, false, false); // what a client did wrong needs no stack trace
    this.status = status;
    this.code = code;
    this.more = more;
    this.retryAfter = retryAfter;
  }

  /** The same with a further member. */
  public HttpProblem with(String name, Object value) {
    return new HttpProblem(status, code, getMessage(), more.with(name, value), retryAfter);
  }

  /** The same, and when to try again. */
  public HttpProblem retryAfter(int seconds) {
    return new HttpProblem(status, code, getMessage(), more, seconds);
  }

  /** Something that the request says is not as it must be. */
  public static HttpProblem badRequest(String detail) {
    return new HttpProblem(400, "bad-request", detail);
  }

  /** What the request is about is not there. */
  public static HttpProblem notFound(String detail) {
    return new HttpProblem(404, "not-found", detail);
  }

  /** The request does not go with how things stand. */
  public static HttpProblem conflict(String code, String detail) {
    return new HttpProblem(409, code, detail);
  }

  @Override
  public String getMessage() {
    String message = super.getMessage();
    return message == null ? "" : message;
  }

  /** The status of HTTP. */
  public int status() {
    return status;
  }

  /** What went wrong, for programs. */
  public String code() {
    return code;
  }

  /** Seconds after which to try again; 0 where that is not known. */
  public int retryAfter() {
    return retryAfter;
  }

  /** The document. */
  public JsonObject toJson() {
    JsonObject document =
        JsonObject.of("type", "urn:concertmaster:problem:" + code, "title", ProblemTitle.of(status))
            .with("status", status)
            .with("detail", getMessage());
    for (String name : more.keySet()) {
      document = document.with(name, more.get(name));
    }
    return document;
  }
}
