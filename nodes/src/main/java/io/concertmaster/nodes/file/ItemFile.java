package io.concertmaster.nodes.file;

import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.data.BinaryData;
import io.concertmaster.node.data.FieldPath;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a file of one item: its record as JSON, a field as text or bytes, or an event. */
final class ItemFile {
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private ItemFile() {}

  static void convert(NodeContext context, Item item, long position)
      throws NodeException, InterruptedException {
    Parameters settings = context.parameters(item, position);
    String format = settings.text("format");
    byte[] content =
        switch (format) {
          case "ics" -> CalendarEvent.of(settings, context).getBytes(StandardCharsets.UTF_8);
          case "base64" -> decoded(text(source(settings, item)));
          default -> encoded(settings, format, item);
        };
    String mimeType = mimeType(settings, format, content);
    String extension = FileKinds.extensionOf(mimeType);
    String otherwise =
        format.equals("ics") ? "event.ics" : extension.isEmpty() ? "file" : "file." + extension;
    BinaryData file =
        NewFile.make(
            context, NewFile.name(settings, otherwise), mimeType, bytes -> bytes.write(content));
    Map<String, BinaryData> files =
        new HashMap<>(settings.flag("keepFiles") ? item.binary() : Map.of());
    files.put(settings.requiredText("binaryProperty"), file);
    context
        .output()
        .add(Item.of(record(settings, item, file)).withBinary(files).pairedTo(position, 0));
  }

  private static JsonObject record(Parameters settings, Item item, BinaryData file)
      throws NodeException {
    return switch (settings.text("item")) {
      case "keep" -> item.json();
      case "rest" -> {
        String source = settings.text("source").strip();
        yield source.isEmpty() ? JsonObject.empty() : FieldPath.of(source).remove(item.json());
      }
      case "empty" -> JsonObject.empty();
      default -> NewFile.about(file);
    };
  }

  private static String mimeType(Parameters settings, String format, byte[] content)
      throws NodeException {
    String wanted = settings.text("mimeType").strip();
    if (!wanted.isEmpty()) {
      return wanted;
    }
    return switch (format) {
      case "json" -> FileKinds.JSON;
      case "text" -> "text/plain";
      case "ics" -> "text/calendar";
      default -> {
        String named = FileKinds.mimeType(settings.text("fileName").strip());
        yield named.equals(FileKinds.UNKNOWN) ? Signature.mimeType(content) : named;
      }
    };
  }

  private static byte[] encoded(Parameters settings, String format, Item item)
      throws NodeException {
    Object value = source(settings, item);
    String text =
        format.equals("json") ? JsonConvert.text(value, settings.flag("indent")) : text(value);
    Charset charset = Charsets.of(settings.text("charset"));
    byte[] bytes = Charsets.bytes(text, charset);
    if (!settings.flag("byteOrderMark") || !charset.equals(StandardCharsets.UTF_8)) {
      return bytes;
    }
    byte[] marked = new byte[bytes.length + BYTE_ORDER_MARK.length];
    System.arraycopy(BYTE_ORDER_MARK, 0, marked, 0, BYTE_ORDER_MARK.length);
    System.arraycopy(bytes, 0, marked, BYTE_ORDER_MARK.length, bytes.length);
    return marked;
  }

  private static @Nullable Object source(Parameters settings, Item item) throws NodeException {
    String path = settings.text("source").strip();
    if (path.isEmpty() && settings.text("format").equals("json")) {
      return item.json();
    }
    if (path.isEmpty()) {
      throw new NodeException("“From field” has no value: name the field that has the content")
          .atProperty("source");
    }
    FieldPath field = FieldPath.of(path.replaceAll("\\[['\"]?([^\\]'\"]+)['\"]?]", ".$1"));
    Object value = field.get(item.json());
    if (value == null) {
      throw new NodeException("The item has no value in “" + path + "”").atProperty("source");
    }
    return value;
  }

  private static String text(@Nullable Object value) {
    return value instanceof JsonObject || value instanceof JsonArray
        ? JsonConvert.text(value, false)
        : Columns.text(value);
  }

  private static byte[] decoded(String text) throws NodeException {
    // As in a data URL, what is before the comma says the type.
    String bare =
        text.startsWith("data:") && text.indexOf(',') > 0
            ? text.substring(text.indexOf(',') + 1)
            : text;
    try {
      return Base64.getMimeDecoder().decode(bare.replace('-', '+').replace('_', '/'));
    } catch (IllegalArgumentException e) {
      throw new NodeException("“From field” holds no base64: " + e.getMessage(), e)
          .atProperty("source");
    }
  }
}
