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

/** Turns the rows of files that items carry into items. */
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
    BinaryData file = Content.file(item, settings.requiredText("binaryProperty"));
    String name = file.fileName().isEmpty() ? "the file" : file.fileName();
    Rows rows = new Rows(context, position, name);
    try {
      switch (format(settings, file)) {
        case "csv" -> new CsvExtract(settings, rows).read(context.binaries().open(file));
        case "json" -> JsonExtract.document(settings, rows, context.binaries().open(file));
        case "jsonLines" -> JsonExtract.lines(settings, rows, context.binaries().open(file));
        default -> new XlsxExtract(settings, rows).read(context.binaries().open(file));
      }
    } catch (JsonException e) {
      throw new NodeException("Cannot read “" + name + "”: " + e.getMessage(), e);
    } catch (IOException e) {
      throw FileTrouble.of("read", name, e);
    }
  }

  private static String format(Parameters settings, BinaryData file) throws NodeException {
    String format = settings.text("format");
    if (!format.equals("auto")) {
      return format;
    }
    return switch (FileKinds.extension(file.fileName())) {
      case "csv", "tsv", "txt", "tab" -> "csv";
      case "json", "geojson" -> "json";
      case "jsonl", "ndjson" -> "jsonLines";
      case "xlsx", "xlsm" -> "xlsx";
      default -> byType(file);
    };
  }

  private static String byType(BinaryData file) throws NodeException {
    return switch (file.mimeType()) {
      case FileKinds.CSV, "text/tab-separated-values" -> "csv";
      case FileKinds.JSON -> "json";
      case FileKinds.JSON_LINES, "application/x-ndjson" -> "jsonLines";
      case FileKinds.XLSX -> "xlsx";
      default ->
          throw new NodeException(
                  "“"
                      + file.fileName()
                      + "” ("
                      + file.mimeType()
                      + ") says nothing about its format: choose one in the node's settings")
              .atProperty("format");
    };
  }
}
