package io.concertmaster.script.host;

import io.concertmaster.model.expression.ExpressionException.Kind;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.script.wire.Frames;
import java.io.IOException;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * The way back to the program, from the thread that runs a script: tells, and asks for data of the
 * run.
 */
final class Link {
  private final Frames frames;
  private final LinkedBlockingQueue<JsonObject> answers = new LinkedBlockingQueue<>();
  private volatile long request;

  Link(Frames frames) {
    this.frames = frames;
  }

  /** Tells something; where the program is gone the process ends. */
  void tell(JsonObject message) {
    try {
      frames.write(message.with("request", request));
    } catch (IOException e) {
      if (message.toString().length() < 10_000) {
        Runtime.getRuntime().halt(1);
      }
      throw Failure.raised(Kind.LIMIT, "the script's result is too large: " + e.getMessage());
    }
  }

  /** An answer came in; one to a question of an earlier request is left. */
  void answered(JsonObject message) {
    if (Long.valueOf(request).equals(message.get("request"))) {
      answers.add(message);
    }
  }

  /** Begins with a request, whose number all messages carry from now on. */
  void begin(JsonObject message) {
    request = message.get("request") instanceof Long number ? number : 0;
    answers.clear();
  }

  /**
   * Asks the program.
   *
   * @throws Failure when it refuses
   */
  @Nullable Object ask(JsonObject question) {
    tell(question.with("op", "ask"));
    try {
      JsonObject answer = answers.take();
      if ("refusal".equals(answer.get("op"))) {
        throw Failure.raised(
            Kind.valueOf(String.valueOf(answer.get("kind"))), String.valueOf(answer.get("error")));
      }
      return answer.get("value");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("cancelled", e);
    }
  }
}
