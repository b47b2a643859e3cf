package io.concertmaster.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.engine.Engine;
import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunRequest;
import io.concertmaster.engine.RunView;
import io.concertmaster.model.Workflow;
import io.concertmaster.node.NodeCatalog;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** An engine in a folder of its own, which a test opens and closes. */
abstract class EngineFixture {
  @TempDir Path home;
  @Nullable LocalEngine engine;

  static LocalEngine.Options options() {
    return LocalEngine.Options.DEFAULT.withReserve(0).withThreads(2);
  }

  LocalEngine open(NodeCatalog catalog) throws EngineException {
    return open(catalog, options());
  }

  LocalEngine open(NodeCatalog catalog, LocalEngine.Options options) throws EngineException {
    close();
    engine = LocalEngine.open(home, catalog, options);
    return engine;
  }

  @AfterEach
  void close() {
    if (engine != null) {
      engine.close();
    }
  }

  static RunRequest request(Workflow workflow, Item... input) {
    return request(workflow, Path.of("/"), input);
  }

  static RunRequest request(Workflow workflow, Path folder, Item... input) {
    RunRequest plain = RunRequest.of(workflow, folder);
    return new RunRequest(
        plain.workflow(),
        plain.folder(),
        List.of(input),
        plain.trigger(),
        plain.until(),
        plain.timeout());
  }

  RunView run(Workflow workflow, Item... input) throws Exception {
    RunId id = engine.start(request(workflow, input));
    return engine.await(id);
  }

  List<JsonObject> sent(RunView view, String node, String output) throws EngineException {
    return sent(engine, view, node, output);
  }

  static List<JsonObject> sent(Engine engine, RunView view, String node, String output)
      throws EngineException {
    assertThat(view.nodes()).containsKey(node);
    ItemListRef list = view.nodes().get(node).last().outputs().get(output);
    return list == null
        ? List.of()
        : engine.items(list, 0, 10_000).items().stream().map(Item::json).toList();
  }
}
