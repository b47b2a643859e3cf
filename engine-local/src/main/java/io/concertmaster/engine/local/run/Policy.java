package io.concertmaster.engine.local.run;

import io.concertmaster.engine.local.Reach;
import io.concertmaster.engine.local.WorkflowSource;
import io.concertmaster.node.data.JsonObject;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What runs may use, and how far they may go.
 *
 * @param threads how many activations work at the same time
 * @param maxActivations how many one run may have
 * @param errorRunsByHand whether the failure of a run that was started by hand is told to an error
 *     workflow too
 * @param environment the variables of the environment that expressions may read
 * @param variables those that all workflows of the home share
 * @param workflows reads the workflows that runs call
 * @param address where the outside reaches this engine, such as {@code https://flows.example.com};
 *     empty where it does not
 * @param reach how far nodes reach out of the engine
 */
public record Policy(
    int threads,
    long maxActivations,
    boolean errorRunsByHand,
    Function<String, Optional<String>> environment,
    Supplier<JsonObject> variables,
    WorkflowSource workflows,
    Supplier<String> address,
    Reach reach) {}
