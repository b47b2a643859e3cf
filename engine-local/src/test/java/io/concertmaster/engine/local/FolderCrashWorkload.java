package io.concertmaster.engine.local;

import static io.concertmaster.model.build.WorkflowBuilder.workflow;

import java.nio.file.Path;

/**
 * The program that {@link FolderCrashTest} kills: begins a run for each file that comes into a
 * folder, until its input ends.
 */
public final class FolderCrashWorkload {
  private FolderCrashWorkload() {}

  /** Arguments: the home, and the folder. */
  public static void main(String[] arguments) throws Exception {
    try (LocalEngine engine =
        LocalEngine.open(
            Path.of(arguments[0]),
            TestNodes.catalog(new FolderTrigger()),
            EngineFixture.options().withTriggers())) {
      if (engine.active().isEmpty()) {
        engine.activate(
            workflow("Watching")
                .node("in", "test.folder")
                .parameter("in", "folder", arguments[1])
                .parameter("in", "settled", 20)
                .node("work", "test.set")
                .connect("in -> work")
                .build(),
            Path.of("/"));
      }
      System.out.println("open");
      System.out.flush();
      while (System.in.read() >= 0) {
        System.out.println("runs " + engine.runs(1_000).size());
        System.out.flush();
      }
    }
  }
}
