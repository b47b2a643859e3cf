package io.concertmaster.script.host;

import io.concertmaster.model.expression.ExpressionException.Kind;
import io.concertmaster.model.expression.runtime.Failure;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;

/** Runs a script to the end of its promise, and the timers that it set until then. */
final class Clockwork {
  private final Value world;
  private final CountDownLatch cancelled;

  Clockwork(World owner, Value world) {
    this.world = world;
    this.cancelled = owner.cancelling();
  }

  /** How a promise ended. */
  private static final class Ending {
    private @Nullable Value kept;
    private @Nullable Value broken;
  }

  /**
   * Calls a function that gives a promise, and waits for it.
   *
   * @param thrown makes an exception of what the promise was broken with
   */
  Value settle(Value function, Function<Value, RuntimeException> thrown) {
    Ending ending = new Ending();
    ProxyExecutable keep =
        a -> {
          ending.kept = a[0];
          return a[0];
        };
    ProxyExecutable breaks =
        a -> {
          ending.broken = a[0];
          return a[0];
        };
    world.invokeMember("run", function, keep, breaks);
    while (ending.kept == null && ending.broken == null) {
      long wait = world.invokeMember("due").asLong();
      if (wait < 0) {
        throw Failure.raised(Kind.LIMIT, "the script waits for a promise that nothing ever keeps");
      }
      rest(wait);
      world.invokeMember("tick");
    }
    if (ending.broken != null) {
      throw thrown.apply(ending.broken);
    }
    return java.util.Objects.requireNonNull(ending.kept);
  }

  private void rest(long milliseconds) {
    try {
      if (cancelled.await(milliseconds, TimeUnit.MILLISECONDS)) {
        throw Failure.raised(Kind.LIMIT, "the script was cancelled");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
