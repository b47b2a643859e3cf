package io.concertmaster.nodes.file;

import io.concertmaster.node.NodeException;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonException;
import io.concertmaster.node.data.JsonLimits;
import io.concertmaster.node.data.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads JSON documents and JSON lines, element by element. */
final class JsonExtract {
  private JsonExtract() {}

  /** Reads a document to its end and closes it. */
  static void document(Parameters settings, Rows rows, InputStream bytes)
      throws NodeException, InterruptedException {
    String path = settings.text("path").strip();
    try (JsonParser parser = Json.parser(bytes, JsonLimits.DATA)) {
      if (parser.nextToken() == null) {
        throw new NodeException("“" + rows.file() + "” is empty: there is no JSON in it");
      }
      for (String name : path.isEmpty() ? new String[0] : path.split("\\.", -1)) {
        enter(parser, name, path, rows);
      }
      if (parser.currentToken() != JsonToken.START_ARRAY) {
        rows.addValue(Json.read(parser));
        return;
      }
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        rows.addValue(Json.read(parser));
      }
      demandNothingMore(parser, path, rows);
    } catch (JacksonException e) {
      throw broken(rows, e);
    }
  }

  /** After a list that is the whole document, further text means that it was not meant so. */
  private static void demandNothingMore(JsonParser parser, String path, Rows rows)
      throws NodeException {
    if (path.isEmpty() && parser.nextToken() != null) {
      throw new NodeException(
          "Cannot read “"
              + rows.file()
              + "”: text goes on after the list (line "
              + parser.currentTokenLocation().getLineNr()
              + "); choose JSON lines if each line is a value");
    }
  }

  /** Goes on to the value of a name in the object at which the parser stands. */
  private static void enter(JsonParser parser, String name, String path, Rows rows)
      throws NodeException {
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        boolean found = parser.currentName().equals(name);
        parser.nextToken();
        if (found) {
          return;
        }
        parser.skipChildren();
      }
    }
    throw new NodeException(
            "“" + rows.file() + "” has nothing at “" + path + "”: there is no “" + name + "”")
        .atProperty("path");
  }

  /** Reads one value a line to the end and closes the stream. */
  static void lines(Parameters settings, Rows rows, InputStream bytes)
      throws NodeException, IOException, InterruptedException {
    Charset charset = Charsets.of(settings.text("charset"));
    long number = 0;
    try (BufferedReader reader = new BufferedReader(Charsets.reader(bytes, charset))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        String text = number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
        if (!text.isBlank()) {
          line(rows, text, number);
        }
      }
    } catch (CharacterCodingException e) {
      throw Charsets.wrong(rows.file(), number, charset, e);
    }
  }

  private static void line(Rows rows, String text, long number)
      throws NodeException, InterruptedException {
    Object value;
    try {
      value = Json.parse(text);
    } catch (JsonException e) {
      rows.reject(
          JsonObject.of("line", number, "text", text),
          new NodeException(
              "Line " + number + " of “" + rows.file() + "” is no JSON: " + e.getMessage(), e));
      return;
    }
    rows.addValue(value);
  }

  private static NodeException broken(Rows rows, JacksonException e) {
    var place = e.getLocation();
    String where =
        place == null
            ? ""
            : " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")";
    String what = e.getOriginalMessage().lines().findFirst().orElse("unreadable");
    return new NodeException("“" + rows.file() + "” is not JSON: " + what + where, e);
  }
}
