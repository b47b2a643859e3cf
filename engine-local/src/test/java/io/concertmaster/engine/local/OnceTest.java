package io.concertmaster.engine.local;

import static io.concertmaster.model.build.WorkflowBuilder.workflow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.NumberedEvent;
import io.concertmaster.engine.RunEvent;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunRequest;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.model.Workflow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that begin once for a key, and what happened in a run, told to those who come later. */
class OnceTest extends EngineFixture {
  @TempDir Path folder;

  private RunRequest request() {
    Workflow workflow =
        workflow("W")
            .node("start", "test.start")
            .node("set", "test.set")
            .parameter("set", "value", 1)
            .connect("start -> set")
            .build();
    return RunRequest.of(workflow, folder);
  }

  @Test
  void aKeyHasOneRunOverARestartToo() throws Exception {
    open(TestNodes.catalog());
    RunId first = engine.startOnce(request(), "a");
    assertThat(engine.startOnce(request(), "a")).isEqualTo(first);
    RunId other = engine.startOnce(request(), "b");
    assertThat(other).isNotEqualTo(first);
    open(TestNodes.catalog());
    assertThat(engine.startOnce(request(), "a")).isEqualTo(first);
    assertThat(engine.runs(10)).hasSize(2);
  }

  @Test
  void manyWhoAskAtOnceForAKeyGetOneRun() throws Exception {
    open(TestNodes.catalog());
    try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
      Callable<RunId> ask = () -> engine.startOnce(request(), "same");
      List<RunId> runs = new ArrayList<>();
      for (Future<RunId> each : threads.invokeAll(Collections.nCopies(64, ask))) {
        runs.add(each.get());
      }
      assertThat(runs).containsOnly(runs.getFirst());
    }
    assertThat(engine.runs(10)).hasSize(1);
  }

  @Test
  void whatHappenedIsToldAgainAsItWasTold() throws Exception {
    open(TestNodes.catalog());
    List<RunEvent> heard = Collections.synchronizedList(new ArrayList<>());
    RunId run;
    try (var _ = engine.subscribe(heard::add)) {
      run = engine.start(request());
      engine.await(run);
      while (heard.stream().noneMatch(RunEvent.StatusChanged.class::isInstance)) {
        Thread.sleep(5);
      }
    }
    List<NumberedEvent> told = engine.events(run, 0);
    assertThat(kinds(told.stream().map(NumberedEvent::event).toList()))
        .isEqualTo(kinds(heard))
        .endsWith("StatusChanged");
    assertThat(told.getLast().event())
        .isInstanceOfSatisfying(
            RunEvent.StatusChanged.class,
            end -> assertThat(end.status()).isEqualTo(RunStatus.SUCCEEDED));
    assertThat(engine.events(run, told.get(1).number())).isEqualTo(told.subList(2, told.size()));
    assertThat(engine.events(run, told.getLast().number())).isEmpty();
  }

  @Test
  void ofARunThatIsNotThereNothingIsTold() throws Exception {
    open(TestNodes.catalog());
    assertThatThrownBy(() -> engine.events(new RunId(7), 0))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("no run 7");
  }

  private static List<String> kinds(List<RunEvent> events) {
    return events.stream()
        .filter(each -> !(each instanceof RunEvent.NodeProgress))
        .map(each -> each.getClass().getSimpleName())
        .toList();
  }
}
