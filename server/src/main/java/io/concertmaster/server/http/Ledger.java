package io.concertmaster.server.http;

import io.concertmaster.server.access.Caller;

/** Hears of requests that change something, and of those that were refused. */
@FunctionalInterface
public interface Ledger {
  /**
   * Notes a request.
   *
   * @param what the id of the route's operation
   * @param path of the request
   * @param status of the answer
   */
  void note(Caller caller, String address, String project, String what, String path, int status);
}
