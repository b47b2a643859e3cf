package io.concertmaster.hosted.upload;

import java.nio.file.Path;

/**
 * A request whose files are taken in.
 *
 * @param folder where its body and its parts are written
 * @param limit so many bytes its body may have
 * @param left frees its place for another request
 */
public record Arrival(Path folder, long limit, Runnable left) implements AutoCloseable {
  @Override
  public void close() {
    left.run();
  }
}
