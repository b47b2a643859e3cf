package io.concertmaster.nodes.http;

import io.concertmaster.node.Effect;
import io.concertmaster.node.data.JsonObject;

/**
 * What it means to make a call again of which nobody knows whether it arrived: RFC 9110, section
 * 9.2, says which methods only read and which may be repeated.
 */
final class RepeatedCall {
  private RepeatedCall() {}

  /**
   * @param method in capital letters
   */
  static Effect effect(String method) {
    return switch (method) {
      case "GET", "HEAD", "OPTIONS", "TRACE" -> Effect.READS;
      case "PUT", "DELETE" -> Effect.IDEMPOTENT;
      default -> Effect.UNSAFE;
    };
  }

  /**
   * Of all calls that settings may lead to. With the key nothing is unsafe, whatever method an
   * expression yields: the key goes with each method that may not be repeated without.
   */
  static Effect effect(JsonObject parameters) {
    Object method = parameters.get("method");
    Effect alone = effect(method == null ? "GET" : method.toString());
    return alone == Effect.UNSAFE && Boolean.TRUE.equals(parameters.get("sendKey"))
        ? Effect.IDEMPOTENT
        : alone;
  }
}
