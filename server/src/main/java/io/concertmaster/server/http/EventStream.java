package io.concertmaster.server.http;

import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A stream of server-sent events to one client. Used by one thread. */
public final class EventStream {
  /** Writes events until there are no more, or the client is gone. */
  @FunctionalInterface
  public interface Source {
    void writeTo(EventStream stream) throws IOException, InterruptedException;
  }

  private final OutputStream out;

  EventStream(OutputStream out) {
    this.out = out;
  }

  /**
   * Sends an event.
   *
   * @param id with which the client goes on after it was cut off
   * @throws IOException when the client is gone
   */
  public void send(String id, String name, JsonObject data) throws IOException {
    write("id: " + id + "\nevent: " + name + "\ndata: " + data + "\n\n");
  }

  /**
   * Sends an event that a client which comes back does not miss.
   *
   * @throws IOException when the client is gone
   */
  public void sendPassing(String name, JsonObject data) throws IOException {
    write("event: " + name + "\ndata: " + data + "\n\n");
  }

  /**
   * Sends a line that says nothing, so that nobody on the way takes the connection for dead.
   *
   * @throws IOException when the client is gone
   */
  public void keepAlive() throws IOException {
    write(": \n\n");
  }

  private void write(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
