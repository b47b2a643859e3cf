package io.concertmaster.server.http;

import io.concertmaster.engine.EngineException;
import java.util.Optional;

/** What the engine could not do, as a problem. */
final class Failures {
  private Failures() {}

  static Optional<HttpProblem> of(Exception e) {
    return e instanceof EngineException failure ? Optional.of(of(failure)) : Optional.empty();
  }

  private static HttpProblem of(EngineException e) {
    String detail = e.getMessage() == null ? e.reason().toString() : e.getMessage();
    return switch (e.reason()) {
      case INVALID_WORKFLOW -> new HttpProblem(422, "invalid-workflow", detail);
      case UNCERTAIN -> new HttpProblem(409, "uncertain", detail);
      case NOT_WAITING, WAIT_OVER -> new HttpProblem(409, "not-waiting", detail);
      case NOT_ACTIVE -> HttpProblem.notFound(detail);
      case BUSY -> new HttpProblem(429, "busy", detail).retryAfter(1);
      case NOT_UPGRADED -> new HttpProblem(409, "not-upgraded", detail);
      case NO_SUCH_RUN -> HttpProblem.notFound(detail);
      case STORE_LOCKED, CLOSED -> new HttpProblem(503, "not-available", detail).retryAfter(5);
      case STORE_FULL ->
          new HttpProblem(507, "disk-full", "the server's disk is full").retryAfter(60);
      case STORE_FAILED ->
          new HttpProblem(500, "store-failed", "the server's store failed: see its log");
    };
  }
}
