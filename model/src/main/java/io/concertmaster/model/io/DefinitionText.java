package io.concertmaster.model.io;

import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonException;
import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The JSON text of a definition's file, whatever it defines: read within limits, saved whole. */
final class DefinitionText {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private DefinitionText() {}

  /** Reads a file; complaints begin with its path. */
  static <T> T read(Path file, WorkflowFiles.Reader<T> reader) throws WorkflowFileException {
    try {
      return reader.read(json(decode(load(file))));
    } catch (WorkflowFileException e) {
      throw e.in(file.toString());
    } catch (IOException e) {
      throw new WorkflowFileException(
          file + ": cannot be read: " + IoReason.of(e) + "; check the path and your rights to it",
          e);
    }
  }

  /** Says whether a text can be opened again. */
  @FunctionalInterface
  interface Proof {
    Object of(String text) throws WorkflowFileException;
  }

  /** Saves a text that can be opened again, wholly or not at all. */
  static void save(String text, Proof proof, Path file, AtomicFile writer)
      throws WorkflowFileException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try {
      if (bytes.length > FileRules.LIMITS.bytes()) {
        throw tooLarge();
      }
      proof.of(new String(bytes, StandardCharsets.UTF_8));
    } catch (WorkflowFileException e) {
      throw new WorkflowFileException(
          file + ": not saved, since it could not be opened again: " + e.getMessage(), e);
    }
    try {
      writer.write(file, bytes);
    } catch (IOException e) {
      throw new WorkflowFileException(
          file
              + ": not saved: "
              + IoReason.of(e)
              + "; what was there before is unchanged: make room, or save to another place",
          e);
    }
  }

  private static byte[] load(Path file) throws IOException, WorkflowFileException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes((int) FileRules.LIMITS.bytes() + 1);
      if (bytes.length > FileRules.LIMITS.bytes()) {
        throw tooLarge();
      }
      return bytes;
    }
  }

  private static WorkflowFileException tooLarge() {
    return new WorkflowFileException(
        "the file is larger than "
            + (FileRules.LIMITS.bytes() >> 20)
            + " MB, the most that is read: take out pinned data, or split it");
  }

  static String decode(byte[] bytes) throws WorkflowFileException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new WorkflowFileException("the file is not UTF-8 text: save it as UTF-8", e);
    }
  }

  /** The JSON object that a text holds; an empty one where it holds something else. */
  static JsonObject object(String text) throws WorkflowFileException {
    return json(text) instanceof JsonObject object ? object : JsonObject.empty();
  }

  static @Nullable Object json(String text) throws WorkflowFileException {
    String json = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    if (json.isBlank()) {
      throw Place.TOP.wrong("is empty: choose another one, or take an earlier version of it");
    }
    try {
      return Json.parse(json, FileRules.READING);
    } catch (JsonException e) {
      if (json.stripLeading().startsWith("<")) {
        throw new WorkflowFileException(
            "the file is a web page or XML, not JSON: choose another one, or download it again", e);
      }
      throw new WorkflowFileException(
          String.valueOf(e.getMessage()).replaceAll("(, from)? `[A-Za-z.]*\\(\\)`", "")
              + ": correct it there, copy or download the file again, or take an earlier version",
          e);
    }
  }
}
