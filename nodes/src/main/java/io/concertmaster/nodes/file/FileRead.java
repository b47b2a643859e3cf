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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;

/** Reads files of this machine, by path or pattern, into items that carry them. */
public final class FileRead implements NodeType {
  @Override
  public NodeDescriptor descriptor() {
    return FileReadFace.DESCRIPTOR;
  }

  @Override
  public String caption(JsonObject parameters) {
    return parameters.get("path") instanceof String path && !path.startsWith("=") ? path : "";
  }

  @Override
  public NodeResult run(NodeContext context) throws NodeException, InterruptedException {
    long position = 0;
    for (Item item : context.input()) {
      try {
        read(context, context.parameters(item, position), position);
      } catch (NodeException e) {
        context.reject(item, position, e);
      }
      position++;
    }
    return NodeResult.done();
  }

  private static void read(NodeContext context, Parameters settings, long position)
      throws NodeException, InterruptedException {
    String wanted = settings.requiredText("path");
    String binaryName = settings.requiredText("binaryProperty");
    List<Path> files = files(context, wanted);
    if (files.isEmpty()) {
      if (settings.flag("optional")) {
        context.log("No file matches “" + wanted + "”");
        return;
      }
      throw missing(context, wanted);
    }
    for (Path file : files) {
      context.output().add(item(context, file, binaryName).pairedTo(position, 0));
    }
  }

  private static List<Path> files(NodeContext context, String wanted)
      throws NodeException, InterruptedException {
    if (FilePattern.isPattern(wanted)) {
      return FilePattern.find(context, wanted);
    }
    Path file = context.path(wanted);
    if (Files.isDirectory(file)) {
      throw new NodeException("“" + wanted + "” is a folder: add /* to read the files in it")
          .atProperty("path");
    }
    return Files.exists(file) ? List.of(file) : List.of();
  }

  private static NodeException missing(NodeContext context, String wanted) throws NodeException {
    String what =
        FilePattern.isPattern(wanted)
            ? "No file matches “" + wanted + "” (below " + context.path(".") + ")"
            : "There is no file " + context.path(wanted);
    return new NodeException(what + ": correct the path, or switch on “Go on when nothing matches”")
        .atProperty("path");
  }

  private static Item item(NodeContext context, Path file, String binaryName)
      throws NodeException, InterruptedException {
    Path last = file.getFileName();
    String fileName = last == null ? "" : last.toString();
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      BinaryData stored =
          context
              .binaries()
              .store(fileName, FileKinds.mimeType(fileName), Files.newInputStream(file));
      JsonObject about =
          JsonObject.builder()
              .put("fileName", fileName)
              .put("path", file.toString())
              .put("extension", FileKinds.extension(fileName))
              .put("mimeType", stored.mimeType())
              .put("size", stored.size())
              .put("modified", attributes.lastModifiedTime().toInstant().toString())
              .build();
      return Item.of(about).withBinary(Map.of(binaryName, stored));
    } catch (IOException e) {
      throw FileTrouble.of("read", file.toString(), e).atProperty("path");
    }
  }
}
