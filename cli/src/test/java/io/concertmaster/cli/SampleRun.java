package io.concertmaster.cli;

import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.NodeView;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunRequest;
import io.concertmaster.engine.RunView;
import io.concertmaster.engine.local.LocalEngine;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.io.WorkflowFiles;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.nodes.BuiltInNodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One run of a sample on a copy of its folder.
 *
 * @param folder the copy, with what the run wrote in {@code out}
 * @param view how the run ended
 * @param records the records that left each node, by {@code node} or {@code node:port}
 */
record SampleRun(Path folder, RunView view, Map<String, List<JsonObject>> records) {
  /** The folder of the samples in the repository. */
  static Path samples() {
    return Path.of(System.getProperty("concertmaster.root"), "docs", "examples");
  }

  /** Copies the samples into a folder and runs one there. */
  static SampleRun of(String name, Path scratch, JsonObject... input) throws Exception {
    Path folder = scratch.resolve("examples");
    copy(samples(), folder);
    Workflow workflow = WorkflowFiles.read(folder.resolve(name + ".workflow.json"));
    List<Item> items = Stream.of(input).map(Item::of).toList();
    try (LocalEngine engine =
        LocalEngine.open(
            scratch.resolve("home"),
            BuiltInNodes.catalog(),
            LocalEngine.Options.DEFAULT.withReserve(0))) {
      RunId id =
          engine.start(
              new RunRequest(
                  workflow, folder, items, Optional.empty(), Optional.empty(), Optional.empty()));
      RunView view = engine.await(id);
      Map<String, List<JsonObject>> records = new LinkedHashMap<>();
      for (NodeView node : view.nodes().values()) {
        for (Map.Entry<String, ItemListRef> output : node.last().outputs().entrySet()) {
          String port = output.getKey().equals("main") ? "" : ":" + output.getKey();
          int size = Math.toIntExact(output.getValue().size());
          records.put(
              node.node() + port,
              engine.items(output.getValue(), 0, size).items().stream().map(Item::json).toList());
        }
      }
      return new SampleRun(folder, view, records);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path below = from.relativize(file);
        if (below.startsWith("out")) {
          continue;
        }
        Path copy = to.resolve(below.toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
  }

  Path out(String name) {
    return folder.resolve("out").resolve(name);
  }
}
