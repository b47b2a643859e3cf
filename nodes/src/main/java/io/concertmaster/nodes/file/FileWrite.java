package io.concertmaster.nodes.file;

import io.concertmaster.node.EachItem;
import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a file for each item: new, in place of another, or at the end of one. */
public final class FileWrite implements NodeType {
  @Override
  public NodeDescriptor descriptor() {
    return FileWriteFace.DESCRIPTOR;
  }

  @Override
  public String caption(JsonObject parameters) {
    return parameters.get("path") instanceof String path && !path.startsWith("=") ? path : "";
  }

  @Override
  public NodeResult run(NodeContext context) throws NodeException, InterruptedException {
    if (context.parameters().text("mode").equals("append")) {
      try (Appends appends = new Appends(context)) {
        appends.run();
      }
      return NodeResult.done();
    }
    EachItem.stepByStep(
        context, (item, position) -> context.output().add(write(context, item, position)));
    return NodeResult.done();
  }

  private static Item write(NodeContext context, Item item, long position)
      throws NodeException, InterruptedException {
    Parameters settings = context.parameters(item, position);
    Path target = target(context, settings);
    Content content = Content.of(context, item, settings);
    context.checkInterrupted();
    try {
      WholeFile file = new WholeFile(target, context.idempotencyKey() + "/" + position);
      String mode = settings.text("mode");
      switch (mode) {
        case "overwrite" -> file.replace(content);
        case "create" -> file.create(content);
        default ->
            throw new NodeException(
                    "“mode” must be overwrite, append or create, not “" + mode + "”")
                .atProperty("mode");
      }
      return written(item, settings, target, Files.size(target));
    } catch (IOException e) {
      throw FileTrouble.of("write", target.toString(), e).atProperty("path");
    }
  }

  /** The file that the settings name, its folder made where it is missing. */
  static Path target(NodeContext context, Parameters settings) throws NodeException {
    String wanted = settings.requiredText("path");
    Path target = context.target(wanted);
    if (Files.isDirectory(target)) {
      throw new NodeException("“" + wanted + "” is a folder: name a file in it").atProperty("path");
    }
    Path folder = target.getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      if (!settings.flag("createFolders")) {
        throw new NodeException(
                "There is no folder “"
                    + folder
                    + "”: create it, or switch on “Create missing folders”")
            .atProperty("path");
      }
      try {
        Files.createDirectories(folder);
      } catch (IOException e) {
        throw FileTrouble.of("create the folder", folder.toString(), e).atProperty("path");
      }
    }
    return target;
  }

  /** The item that goes on: as it came, with the file that was written. */
  static Item written(Item item, Parameters settings, Path target, long size) throws NodeException {
    if (settings.text("tell").equals("fileName")) {
      return item.withJson(item.json().with("fileName", settings.text("path")));
    }
    return item.withJson(item.json().with("path", target.toString()).with("size", size));
  }
}
