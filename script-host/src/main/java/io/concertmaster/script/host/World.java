package io.concertmaster.script.host;

import io.concertmaster.node.data.JsonObject;
import java.time.ZoneId;
import java.util.concurrent.CountDownLatch;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.EnvironmentAccess;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotAccess;
import org.graalvm.polyglot.io.IOAccess;

/**
 * The globals of scripts that may see each other: those of one run's expressions, or of one Code
 * node at work. Nothing of the process can be reached from it but what is handed in as a function.
 */
abstract class World implements AutoCloseable {
  private final Context context;
  private final CountDownLatch cancelling = new CountDownLatch(1);

  World(Engine engine, String zone) {
    this.context =
        Context.newBuilder("js")
            .engine(engine)
            .allowHostAccess(HostAccess.NONE)
            .allowPolyglotAccess(PolyglotAccess.NONE)
            .allowEnvironmentAccess(EnvironmentAccess.NONE)
            .allowIO(IOAccess.NONE)
            .allowCreateProcess(false)
            .allowCreateThread(false)
            .allowNativeAccess(false)
            .allowInnerContextOptions(false)
            .allowHostClassLoading(false)
            .allowExperimentalOptions(true)
            .timeZone(ZoneId.of(zone))
            .option("js.disable-eval", "true")
            .option("js.load", "false")
            .option("js.print", "false")
            .option("js.console", "false")
            .option("js.graal-builtin", "false")
            .option("js.polyglot-builtin", "false")
            .option("js.java-package-globals", "false")
            .option("js.shared-array-buffer", "false")
            .option("js.atomics", "false")
            .build();
  }

  final Context context() {
    return context;
  }

  /** Ends the script that runs, from another thread. */
  final void cancel() {
    cancelling.countDown();
    context.close(true);
  }

  final CountDownLatch cancelling() {
    return cancelling;
  }

  final boolean cancelled() {
    return cancelling.getCount() == 0;
  }

  /** Runs a script of each kind. */
  void warm() {}

  /** Does what a request asks for. */
  abstract JsonObject perform(JsonObject request);

  @Override
  public void close() {
    context.close(true);
  }
}
