package io.concertmaster.script;

import io.concertmaster.model.expression.ExpressionException;
import io.concertmaster.model.expression.ExpressionException.Kind;
import io.concertmaster.model.expression.Scope;
import io.concertmaster.node.Binaries;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.Scripts.Script;
import io.concertmaster.node.data.BinaryData;
import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The questions that only a node's script has. */
final class NodeQuestions extends Questions {
  /** The largest file that a script reads, in bytes; it has that several times in its memory. */
  private static final int LARGEST = 32 * 1024 * 1024;

  private final Script script;
  private final Binaries files;

  /**
   * The answers for a script.
   *
   * @param files of which it reads those of its input
   */
  NodeQuestions(Scope scope, Script script, Binaries files) {
    super(scope);
    this.script = script;
    this.files = files;
  }

  @Override
  @Nullable Object value(JsonObject question) throws ExpressionException {
    return switch (String.valueOf(question.get("about"))) {
      case "static" ->
          script.stored().get(String.valueOf(question.get("kind"))) instanceof JsonObject kept
              ? kept
              : JsonObject.empty();
      case "parameter" -> scope().nodeParameters().get(String.valueOf(question.get("name")));
      case "file" -> file(number(question, "index"), String.valueOf(question.get("name")));
      default -> super.value(question);
    };
  }

  /**
   * The bytes of a file, a character for each. It is named by its item, so that a script reads only
   * what its node was given.
   */
  private String file(long index, String name) throws ExpressionException {
    if (index < 0 || index >= scope().input().size()) {
      throw missing("there is no item " + index);
    }
    BinaryData file = scope().input().get(index).binary().get(name);
    if (file == null) {
      throw missing("the item " + index + " had no file “" + name + "” when it came");
    }
    if (file.size() > LARGEST) {
      throw new ExpressionException(
          Kind.LIMIT,
          "the file “"
              + name
              + "” has "
              + file.size()
              + " bytes: a script reads files up to "
              + LARGEST
              + "; use a file node",
          0,
          0);
    }
    try (InputStream bytes = files.open(file)) {
      return new String(bytes.readNBytes(LARGEST), StandardCharsets.ISO_8859_1);
    } catch (NodeException | IOException e) {
      throw missing("the file “" + name + "” cannot be read: " + e.getMessage());
    }
  }

  private static ExpressionException missing(String message) {
    return new ExpressionException(Kind.MISSING_DATA, message, 0, 0);
  }
}
