package io.concertmaster.server.http;

import java.time.Duration;

/**
 * How long things may take.
 *
 * @param idle a connection on which nothing moves is closed after this
 * @param body a body must be there after this, and a second more for each 64 KB of it
 * @param stop requests under way may take so long when the server stops
 */
public record Limits(Duration idle, Duration body, Duration stop) {
  public static final Limits DEFAULT =
      new Limits(Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofSeconds(5));
}
