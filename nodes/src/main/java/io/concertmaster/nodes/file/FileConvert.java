package io.concertmaster.nodes.file;

import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.data.BinaryData;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.Paired;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Makes one file of all items, or one of each. */
public final class FileConvert implements NodeType {
  /** A lineage to more items helps nobody. */
  private static final long MOST_ANCESTORS = 1_000;

  @Override
  public NodeDescriptor descriptor() {
    return FileConvertFace.DESCRIPTOR;
  }

  @Override
  public String caption(JsonObject parameters) {
    return parameters.get("format") instanceof String format ? format : "csv";
  }

  @Override
  public NodeResult run(NodeContext context) throws NodeException, InterruptedException {
    Parameters settings = context.parameters();
    String format = settings.text("format");
    boolean each =
        switch (format) {
          case "text", "base64", "ics" -> true;
          default -> format.equals("json") && settings.flag("each");
        };
    if (each) {
      long position = 0;
      for (Item item : context.input()) {
        try {
          ItemFile.convert(context, item, position);
        } catch (NodeException e) {
          context.reject(item, position, e);
        }
        position++;
      }
    } else {
      context.output().add(ofAllOrError(context, settings, format));
    }
    return NodeResult.done();
  }

  /** The file of all items; where the run goes on, one item tells that there is none. */
  private static Item ofAllOrError(NodeContext context, Parameters settings, String format)
      throws NodeException, InterruptedException {
    try {
      return ofAll(context, settings, format);
    } catch (NodeException e) {
      if (!context.continuesOnError()) {
        throw e;
      }
      return Item.of("error", e.told()).pairedTo(ancestors(context.input().size()));
    }
  }

  private static Item ofAll(NodeContext context, Parameters settings, String format)
      throws NodeException, InterruptedException {
    String extension = format.equals("jsonLines") ? "jsonl" : format;
    String fileName = NewFile.name(settings, "items." + extension);
    String mimeType =
        switch (format) {
          case "csv" -> FileKinds.CSV;
          case "json" -> FileKinds.JSON;
          case "jsonLines" -> FileKinds.JSON_LINES;
          case "xlsx" -> FileKinds.XLSX;
          case "xls" -> FileKinds.XLS;
          case "ods" -> OdsConvert.MIME;
          case "html" -> "text/html";
          case "rtf" -> "application/rtf";
          default ->
              throw new NodeException("“format” cannot be “" + format + "”").atProperty("format");
        };
    BinaryData file =
        NewFile.make(context, fileName, mimeType, bytes -> write(context, settings, format, bytes));
    JsonObject json =
        settings.text("item").equals("about")
            ? NewFile.about(file).with("rows", context.input().size())
            : JsonObject.empty();
    return Item.of(json)
        .withBinary(Map.of(settings.requiredText("binaryProperty"), file))
        .pairedTo(ancestors(context.input().size()));
  }

  private static List<Paired> ancestors(long items) {
    return items > MOST_ANCESTORS
        ? List.of()
        : LongStream.range(0, items).mapToObj(at -> new Paired(at, 0)).toList();
  }

  private static void write(
      NodeContext context, Parameters settings, String format, OutputStream stream)
      throws NodeException, IOException, InterruptedException {
    OutputStream bytes = new BufferedOutputStream(stream, 1 << 16);
    switch (format) {
      case "json" -> JsonConvert.document(context, settings, bytes);
      case "jsonLines" -> JsonConvert.lines(context, bytes);
      default -> {
        TableRows table = TableRows.of(context, settings);
        switch (format) {
          case "csv" -> CsvConvert.write(table, settings, bytes);
          case "html" -> MarkupConvert.html(table, bytes);
          case "rtf" -> MarkupConvert.rtf(table, bytes);
          case "ods" -> OdsConvert.write(table, XlsxConvert.sheetName(settings), bytes);
          case "xls" -> XlsConvert.write(table, XlsxConvert.sheetName(settings), bytes);
          default -> XlsxConvert.write(table, XlsxConvert.sheetName(settings), bytes);
        }
      }
    }
    bytes.flush();
  }
}
