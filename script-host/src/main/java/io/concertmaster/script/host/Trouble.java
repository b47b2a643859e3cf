package io.concertmaster.script.host;

import io.concertmaster.model.expression.ExpressionException.Kind;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.node.data.JsonObject;
import java.util.Map;
import java.util.regex.Pattern;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.SourceSection;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyObject;

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
  private static final Pattern PLACE = Pattern.compile("^(SyntaxError: )?\\w+:\\d+:\\d+ ");

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

  /** What a refusal of the host is to a script: the name of an error, and its message. */
  static ProxyObject asError(Failure failure) {
    var exception = failure.toException();
    String name =
        switch (exception.kind()) {
          case TYPE -> "TypeError";
          case REFERENCE -> "ReferenceError";
          case RANGE -> "RangeError";
          default -> "Error";
        };
    return ProxyObject.fromMap(Map.of("name", name, "message", exception.getMessage()));
  }

  /**
   * What is wrong with a script that is no JavaScript, at its own line and column.
   *
   * @param before so many characters stand before it, on its first line
   */
  static Trouble ofSyntax(PolyglotException e, String code, int before) {
    long lines = code.lines().count();
    SourceSection at = e.getSourceLocation();
    if (at == null || !at.hasLines()) {
      return syntax(firstLine(e), 0);
    }
    if (at.getStartLine() > lines) {
      return syntax(
          "at its end a bracket, brace or text is still open, or was closed once too often", lines);
    }
    int column = at.getStartColumn() - (at.getStartLine() == 1 ? before : 0);
    return syntax(firstLine(e) + " at column " + Math.max(1, column), at.getStartLine());
  }

  private static Trouble syntax(String message, long line) {
    return new Trouble(
        Kind.SYNTAX, false, "the script is no JavaScript: " + message, "SyntaxError", line);
  }

  /** The message without the place, which counts what stands around the person's code too. */
  private static String firstLine(PolyglotException e) {
    String message = text(e);
    return PLACE.matcher(message.lines().findFirst().orElse("")).replaceFirst("");
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
    long line = line(e);
    Value thrown = e.getGuestObject();
    String name = name(thrown);
    String message = text(e);
    if (message.contains("Maximum call stack size exceeded")) {
      return new Trouble(Kind.LIMIT, false, "the script calls itself too deeply", name, line);
    }
    if (e.isSyntaxError()) {
      return new Trouble(Kind.SYNTAX, false, firstLine(e), "SyntaxError", line);
    }
    return switch (name) {
      case "TypeError" -> new Trouble(Kind.TYPE, true, message, name, line);
      case "ReferenceError" -> new Trouble(Kind.REFERENCE, true, message, name, line);
      case "RangeError", "SyntaxError", "URIError" ->
          new Trouble(Kind.RANGE, false, message, name, line);
      default -> new Trouble(Kind.TYPE, false, message, name, line);
    };
  }

  /** The line of the person's code that leads to the error, of all that were on their way. */
  private static long line(PolyglotException e) {
    for (PolyglotException.StackFrame frame : e.getPolyglotStackTrace()) {
      SourceSection at = frame.getSourceLocation();
      if (at != null && at.hasLines() && at.getSource().getName().equals("code")) {
        return at.getStartLine();
      }
    }
    return 0;
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
