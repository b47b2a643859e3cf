package io.concertmaster.engine.local;

import io.concertmaster.engine.local.LocalEngine.Options;
import io.concertmaster.engine.local.run.Policy;
import io.concertmaster.node.data.JsonObject;
import java.util.Optional;
import java.util.function.Supplier;

/** What an engine's options mean for its runs. */
final class RunPolicy {
  private RunPolicy() {}

  static Policy of(Options options, Supplier<JsonObject> variables) {
    return new Policy(
        options.threads(),
        options.maxActivations(),
        options.errorRunsByHand(),
        name -> options.environment() ? Optional.ofNullable(System.getenv(name)) : Optional.empty(),
        variables,
        options.workflows(),
        options.address(),
        options.reach());
  }
}
