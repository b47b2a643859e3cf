package io.concertmaster.nodes.file;

import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.data.BinaryData;
import io.concertmaster.node.data.FieldPath;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonLimits;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.nodes.crypto.CryptoCredentials;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file whose whole content becomes a value of one item. It is held in memory.
 *
 * @param under the name under which the item carries the file
 * @param value what is in the file
 */
record WholeContent(
    NodeContext context,
    Parameters settings,
    Item item,
    String under,
    String format,
    @Nullable Object value) {
  private static final int LONGEST = 128 << 20;

  static WholeContent of(
      NodeContext context, Parameters settings, Item item, String under, String format)
      throws NodeException, IOException, InterruptedException {
    BinaryData file = Content.file(item, under);
    if (file.size() > LONGEST) {
      throw new NodeException(
          "“" + file.fileName() + "” has more than 128 MB, too much for one value");
    }
    Object value;
    try (InputStream bytes = context.binaries().open(file)) {
      value =
          switch (format) {
            case "base64" -> Base64.getEncoder().encodeToString(bytes.readAllBytes());
            case "ics" -> CalendarExtract.of(decoded(bytes, settings, file.fileName()));
            case "pdf" ->
                PdfExtract.of(
                    bytes.readAllBytes(),
                    settings,
                    CryptoCredentials.secret(context, FileExtractFace.PASSWORD, settings),
                    file.fileName());
            case "json" -> json(decoded(bytes, settings, file.fileName()));
            default -> decoded(bytes, settings, file.fileName());
          };
    }
    return new WholeContent(context, settings, item, under, format, value);
  }

  private static @Nullable Object json(String text) {
    return text.isEmpty() ? JsonObject.empty() : Json.parse(text, JsonLimits.DATA);
  }

  private static String decoded(InputStream bytes, Parameters settings, String name)
      throws NodeException, IOException {
    Charset charset = Charsets.of(settings.text("charset"));
    String text;
    try {
      text = Charsets.text(bytes.readAllBytes(), charset);
    } catch (CharacterCodingException e) {
      throw Charsets.wrong(name, 0, charset, e);
    }
    return text.startsWith("\uFEFF") && !settings.flag("keepMark") ? text.substring(1) : text;
  }

  /** Sends the item with the value on. */
  void add(long position) throws NodeException, InterruptedException {
    JsonObject record = settings.flag("keepRecord") ? item.json() : JsonObject.empty();
    String field = settings.text("field").strip();
    if (!field.isEmpty()) {
      record = FieldPath.of(field).set(record, value);
    } else if (value instanceof JsonObject object && !format.equals("ics")) {
      for (String name : object.shape().names()) {
        record = record.with(name, object.get(name));
      }
    } else {
      record = record.with("data", value);
    }
    context.output().add(new Item(record, files(), item.paired()).pairedTo(position, 0));
  }

  private Map<String, BinaryData> files() throws NodeException {
    return switch (settings.text("keepFiles")) {
      case "all" -> item.binary();
      case "others" -> {
        Map<String, BinaryData> others = new HashMap<>(item.binary());
        others.remove(under);
        yield others;
      }
      default -> Map.of();
    };
  }
}
