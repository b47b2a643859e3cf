package io.concertmaster.server.http;

import io.concertmaster.node.data.JsonObject;

/** What body a route takes. */
public sealed interface BodyRule {
  /** None: a request with a body is refused. */
  record None() implements BodyRule {}

  /**
   * JSON, and nothing but {@code application/json}.
   *
   * @param limit bytes, at most
   * @param schema as the document of the API shows it
   */
  record Json(int limit, JsonObject schema) implements BodyRule {}

  /** The fields of a page, with files where there are any; the route has them read. */
  record Fields() implements BodyRule {}
}
