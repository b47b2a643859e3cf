package io.concertmaster.server.http;

import io.concertmaster.server.access.Caller;
import org.jspecify.annotations.Nullable;

/** Says who makes a request. */
public interface Gate {
  /**
   * Who it is.
   *
   * @param token what the request brings as its bearer token; null where it brings none
   * @param loopback whether it comes from this machine
   * @return {@link Caller#NOBODY} where it brings none
   * @throws HttpProblem 401 when the token is no good
   */
  Caller who(@Nullable String token, boolean loopback) throws HttpProblem;

  /**
   * Who asks for a page.
   *
   * @param session what the browser brings of its session; null where it brings nothing
   * @return {@link Caller#NOBODY} where it brings none, or one that is over
   */
  Caller visitor(@Nullable String session);
}
