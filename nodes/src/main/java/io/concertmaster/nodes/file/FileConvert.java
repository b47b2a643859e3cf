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
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Makes one file of all items. */
public final class FileConvert implements NodeType {
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
    String fileName = settings.text("fileName").strip();
    if (fileName.isEmpty()) {
      fileName = "items." + (format.equals("jsonLines") ? "jsonl" : format);
    }
    if (fileName.contains("/") || fileName.contains("\\")) {
      throw new NodeException(
              "“" + fileName + "” has a folder in it: name the file only; “Write file” takes paths")
          .atProperty("fileName");
    }
    String mimeType =
        switch (format) {
          case "csv" -> FileKinds.CSV;
          case "json" -> FileKinds.JSON;
          case "jsonLines" -> FileKinds.JSON_LINES;
          case "xlsx" -> FileKinds.XLSX;
          default ->
              throw new NodeException("“format” cannot be “" + format + "”").atProperty("format");
        };
    try {
      Path made = Files.createTempFile("concertmaster-", ".part");
      try {
        write(context, settings, format, made);
        BinaryData file = context.binaries().store(fileName, mimeType, Files.newInputStream(made));
        context.output().add(item(context, settings, file));
      } finally {
        Files.deleteIfExists(made);
      }
    } catch (IOException e) {
      throw FileTrouble.of("make", fileName, e);
    }
    return NodeResult.done();
  }

  private static void write(NodeContext context, Parameters settings, String format, Path made)
      throws NodeException, IOException, InterruptedException {
    try (OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(made), 1 << 16)) {
      switch (format) {
        case "csv" -> CsvConvert.write(context, settings, bytes);
        case "json" -> JsonConvert.document(context, settings, bytes);
        case "jsonLines" -> JsonConvert.lines(context, bytes);
        default -> XlsxConvert.write(context, settings, bytes);
      }
    }
  }

  private static Item item(NodeContext context, Parameters settings, BinaryData file)
      throws NodeException {
    JsonObject about =
        JsonObject.builder()
            .put("fileName", file.fileName())
            .put("mimeType", file.mimeType())
            .put("size", file.size())
            .put("rows", context.input().size())
            .build();
    return Item.of(about).withBinary(Map.of(settings.requiredText("binaryProperty"), file));
  }
}
