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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

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
    boolean once = context.parameters().flag("once");
    long position = 0;
    for (Item item : context.input()) {
      try {
        read(context, context.parameters(item, position), item, position);
      } catch (NodeException e) {
        context.reject(item, position, e);
      }
      position++;
      if (once) {
        break;
      }
    }
    return NodeResult.done();
  }

  private static void read(NodeContext context, Parameters settings, Item item, long position)
      throws NodeException, InterruptedException {
    String wanted = settings.requiredText("path");
    String binaryName = settings.requiredText("binaryProperty");
    List<Path> files =
        settings.flag("choices") ? ofChoices(context, wanted) : files(context, wanted);
    if (files.isEmpty()) {
      if (settings.flag("optional")) {
        context.log("No file matches “" + wanted + "”");
        return;
      }
      throw missing(context, wanted);
    }
    boolean keep = settings.text("item").equals("keep");
    for (Path file : files) {
      BinaryData stored = stored(context, settings, file);
      Map<String, BinaryData> all = new HashMap<>(keep ? item.binary() : Map.of());
      all.put(binaryName, stored);
      JsonObject record = record(settings, item, file, stored);
      context.output().add(Item.of(record).withBinary(all).pairedTo(position, 0));
    }
  }

  private static List<Path> ofChoices(NodeContext context, String wanted)
      throws NodeException, InterruptedException {
    Set<Path> found = new TreeSet<>();
    for (String choice : FilePattern.choices(wanted)) {
      found.addAll(files(context, choice));
    }
    return List.copyOf(found);
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

  private static BinaryData stored(NodeContext context, Parameters settings, Path file)
      throws NodeException, InterruptedException {
    String extension = settings.text("extension").strip().replaceFirst("^\\.", "");
    String wanted = settings.text("fileName").strip();
    String name = wanted.isEmpty() ? lastName(file) : wanted;
    if (!extension.isEmpty() && !FileKinds.extension(name).equals(extension)) {
      name = name + "." + extension;
    }
    String type = settings.text("mimeType").strip();
    try {
      return context
          .binaries()
          .store(
              name, type.isEmpty() ? FileKinds.mimeType(name) : type, Files.newInputStream(file));
    } catch (IOException e) {
      throw FileTrouble.of("read", file.toString(), e).atProperty("path");
    }
  }

  private static JsonObject record(Parameters settings, Item item, Path file, BinaryData stored)
      throws NodeException {
    return switch (settings.text("item")) {
      case "keep" -> item.json();
      case "empty" -> JsonObject.empty();
      case "media" -> FileMedia.of(stored);
      default -> about(file, stored);
    };
  }

  private static JsonObject about(Path file, BinaryData stored) throws NodeException {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return JsonObject.builder()
          .put("fileName", stored.fileName())
          .put("path", file.toString())
          .put("extension", FileKinds.extension(stored.fileName()))
          .put("mimeType", stored.mimeType())
          .put("size", stored.size())
          .put("modified", attributes.lastModifiedTime().toInstant().toString())
          .build();
    } catch (IOException e) {
      throw FileTrouble.of("read", file.toString(), e).atProperty("path");
    }
  }

  private static String lastName(Path file) {
    Path last = file.getFileName();
    return last == null ? "" : last.toString();
  }
}
