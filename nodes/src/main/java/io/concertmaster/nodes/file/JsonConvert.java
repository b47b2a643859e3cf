package io.concertmaster.nodes.file;

import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;

/** Writes items as JSON. */
final class JsonConvert {
  private static final int CHECK_EVERY = 1_024;

  private JsonConvert() {}

  /** A value as a JSON document. */
  static String text(@Nullable Object value, boolean indent) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator generator = Json.generator(bytes, indent)) {
      Json.write(generator, value);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** Writes one list of all records. */
  static void document(NodeContext context, Parameters settings, OutputStream bytes)
      throws NodeException, IOException, InterruptedException {
    if (settings.flag("byteOrderMark")) {
      bytes.write("\uFEFF".getBytes(StandardCharsets.UTF_8));
    }
    try (JsonGenerator generator = Json.generator(bytes, settings.flag("indent"))) {
      generator.writeStartArray();
      long row = 0;
      for (Item item : context.input()) {
        if (row++ % CHECK_EVERY == 0) {
          context.checkInterrupted();
        }
        Json.write(generator, item.json());
      }
      generator.writeEndArray();
      generator.writeRaw('\n');
    } catch (JacksonException e) {
      throw new IOException(e.getOriginalMessage(), e);
    }
  }

  /** Writes one record a line. */
  static void lines(NodeContext context, OutputStream bytes)
      throws IOException, InterruptedException {
    long row = 0;
    for (Item item : context.input()) {
      if (row++ % CHECK_EVERY == 0) {
        context.checkInterrupted();
      }
      bytes.write(Json.write(item.json()).getBytes(StandardCharsets.UTF_8));
      bytes.write('\n');
    }
  }
}
