package io.concertmaster.script.host;

import io.concertmaster.model.expression.ExpressionException.Kind;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.node.data.JsonObject;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;

/**
 * What went wrong in a script.
 *
 * @param kind what the program makes of it
 * @param quiet JavaScript's TypeError and ReferenceError, which make an expression undefined
 * @param error the message
 * @param name the error's own name, such as {@code TypeError}; may be empty
 * @param line the line of the script, from 1; 0 where it is not known
 */
record Trouble(Kind kind, boolean quiet, String error, String name, long line) {
  /** What an exception means. */
  static Trouble of(Throwable thrown) {
    return switch (thrown) {
      case Failure failure -> {
        var exception = failure.toException();
        yield new Trouble(exception.kind(), failure.quiet(), exception.getMessage(), "", 0);
      }
      case Broken broken -> broken.trouble();
      case PolyglotException e -> of(e);
      case StackOverflowError e ->
          new Trouble(Kind.LIMIT, false, "the script calls itself too deeply", "", 0);
      default ->
          new Trouble(
              Kind.LIMIT,
              false,
              "the script host failed: " + thrown.getClass().getSimpleName(),
              "",
              0);
    };
  }

  private static Trouble of(PolyglotException e) {
    if (e.isHostException()) {
      return of(e.asHostException());
    }
    if (e.isCancelled() || e.isInterrupted()) {
      return new Trouble(Kind.LIMIT, false, "the script was cancelled", "cancelled", 0);
    }
    if (e.isResourceExhausted()) {
      return new Trouble(Kind.LIMIT, false, "the script calls itself too deeply", "", 0);
    }
    long line =
        e.getSourceLocation() == null || !e.getSourceLocation().hasLines()
            ? 0
            : e.getSourceLocation().getStartLine();
    Value thrown = e.getGuestObject();
    String name = name(thrown);
    String message = text(e);
    if (message.contains("Maximum call stack size exceeded")) {
      return new Trouble(Kind.LIMIT, false, "the script calls itself too deeply", name, line);
    }
    if (e.isSyntaxError()) {
      return new Trouble(Kind.SYNTAX, false, message, "SyntaxError", line);
    }
    return switch (name) {
      case "TypeError" -> new Trouble(Kind.TYPE, true, message, name, line);
      case "ReferenceError" -> new Trouble(Kind.REFERENCE, true, message, name, line);
      case "RangeError", "SyntaxError", "URIError" ->
          new Trouble(Kind.RANGE, false, message, name, line);
      default -> new Trouble(Kind.TYPE, false, message, name, line);
    };
  }

  /** The message without the error's name. */
  private static String text(PolyglotException e) {
    Value thrown = e.getGuestObject();
    try {
      if (thrown != null && thrown.hasMember("message") && thrown.getMember("message").isString()) {
        return thrown.getMember("message").asString();
      }
    } catch (RuntimeException failing) {
      return "an error that cannot be read";
    }
    return e.getMessage() == null ? "an error without a message" : e.getMessage();
  }

  private static String name(@org.jspecify.annotations.Nullable Value thrown) {
    try {
      return thrown != null && thrown.hasMember("name") && thrown.getMember("name").isString()
          ? thrown.getMember("name").asString()
          : "";
    } catch (RuntimeException failing) {
      return "";
    }
  }

  /** As the program gets it. */
  JsonObject message() {
    return JsonObject.of("op", "error", "kind", kind.name())
        .with("quiet", quiet)
        .with("error", error)
        .with("name", name)
        .with("line", line);
  }
}
