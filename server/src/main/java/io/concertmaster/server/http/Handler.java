package io.concertmaster.server.http;

/** What a route does. Called on a virtual thread, which may wait. */
@FunctionalInterface
public interface Handler {
  /**
   * Serves a request.
   *
   * @throws HttpProblem when it cannot
   */
  Answer handle(Call call) throws Exception;
}
