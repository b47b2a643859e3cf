package io.concertmaster.nodes.file;

import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.data.BinaryData;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonException;
import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.io.InputStream;

/** Turns the content of files that items carry into items. */
public final class FileExtract implements NodeType {
  @Override
  public NodeDescriptor descriptor() {
    return FileExtractFace.DESCRIPTOR;
  }

  @Override
  public String caption(JsonObject parameters) {
    Object format = parameters.get("format");
    return format == null || format.equals("auto") ? "" : format.toString();
  }

  @Override
  public NodeResult run(NodeContext context) throws NodeException, InterruptedException {
    long position = 0;
    for (Item item : context.input()) {
      try {
        extract(context, item, position);
      } catch (NodeException e) {
        context.reject(item, position, e);
      }
      position++;
    }
    return NodeResult.done();
  }

  private static void extract(NodeContext context, Item item, long position)
      throws NodeException, InterruptedException {
    Parameters settings = context.parameters(item, position);
    String under = settings.requiredText("binaryProperty");
    if (settings.flag("optional") && !item.binary().containsKey(under)) {
      return;
    }
    BinaryData file = Content.file(item, under);
    String name = file.fileName().isEmpty() ? "the file" : file.fileName();
    Rows rows = new Rows(context, position, name);
    String format = FileFormat.of(settings, file);
    try {
      switch (format) {
        case "csv" -> new CsvExtract(settings, rows).read(open(context, file));
        case "jsonLines" -> JsonExtract.lines(settings, rows, open(context, file));
        case "json" -> {
          if (settings.text("field").isBlank() && !settings.flag("whole")) {
            JsonExtract.document(settings, rows, open(context, file));
          } else {
            WholeContent.of(context, settings, item, under, format).add(position);
          }
        }
        case "text", "base64", "ics", "pdf" ->
            WholeContent.of(context, settings, item, under, format).add(position);
        default -> new SheetFile(settings, rows, format).read(open(context, file));
      }
    } catch (JsonException e) {
      throw new NodeException("Cannot read “" + name + "”: " + e.getMessage(), e);
    } catch (IOException e) {
      throw FileTrouble.of("read", name, e);
    }
  }

  private static InputStream open(NodeContext context, BinaryData file) throws NodeException {
    return context.binaries().open(file);
  }
}
