package io.concertmaster.script;

import io.concertmaster.node.NodeException;
import io.concertmaster.node.Scripts;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonException;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.Stringified;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes what a script tells on its way: lines for the log, and the list that it returns, piece by
 * piece. When a piece cannot be taken the next ones are dropped, and {@link #check} says why.
 */
final class Receiver {
  private final Consumer<String> log;
  private final Scripts.Pieces taker;
  private @Nullable NodeException failed;
  private @Nullable InterruptedException interrupted;

  Receiver(Consumer<String> log, Scripts.Pieces taker) {
    this.log = log;
    this.taker = taker;
  }

  /** Takes a message. */
  void told(JsonObject message) {
    if ("log".equals(message.get("op"))) {
      log.accept(String.valueOf(message.get("text")));
    } else if ("part".equals(message.get("op")) && failed == null && interrupted == null) {
      try {
        taker.take(values(message), Boolean.TRUE.equals(message.get("items")));
      } catch (JsonException e) {
        failed = new NodeException("the script's list cannot be read: " + e.getMessage(), e);
      } catch (NodeException e) {
        failed = e;
      } catch (InterruptedException e) {
        interrupted = e;
      }
    }
  }

  private static JsonArray values(JsonObject message) {
    if (message.get("text") instanceof String text) {
      return Stringified.parseArray(text);
    }
    return message.get("values") instanceof JsonArray values ? values : JsonArray.empty();
  }

  /** Throws what kept a piece from being taken. */
  void check() throws NodeException, InterruptedException {
    if (failed != null) {
      throw failed;
    }
    if (interrupted != null) {
      throw interrupted;
    }
  }
}
