package io.concertmaster.n8n.write;

import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.OnUncertain;
import io.concertmaster.model.Retry;
import io.concertmaster.n8n.mapping.CredentialSlots;
import io.concertmaster.n8n.mapping.ForeignNode;
import io.concertmaster.n8n.mapping.Mapped;
import io.concertmaster.n8n.read.NodeReading;
import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.data.JsonObject;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What all nodes have in common: policy, credentials, notes. What still means what the file says
 * stays as it stands there.
 */
final class Policies {
  private static final int MOST_TRIES = 5;
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final NodeDefinition now;
  private final NodeDefinition was;
  private final Findings findings;
  private JsonObject block;

  private Policies(JsonObject block, NodeDefinition now, NodeDefinition was, Findings findings) {
    this.block = block;
    this.now = now;
    this.was = was;
    this.findings = findings;
  }

  static JsonObject write(
      JsonObject block, NodeDefinition node, ForeignNode origin, Findings findings) {
    NodeDefinition was =
        NodeReading.of(
            origin,
            node.name(),
            Mapped.of(node.type(), node.parameters()),
            Optional.empty(),
            JsonObject.empty(),
            Findings.unheard());
    Policies policies = new Policies(block, node, was, findings);
    policies.flag("disabled", now -> now.disabled());
    policies.flag("executeOnce", now -> now.executeOnce());
    policies.flag("alwaysOutputData", now -> now.alwaysOutput());
    policies.onError();
    policies.retry();
    policies.limits();
    policies.notes();
    policies.credentials();
    return policies.block;
  }

  private void flag(String key, Predicate<NodeDefinition> value) {
    if (value.test(now) != value.test(was)) {
      block = value.test(now) ? block.with(key, true) : block.without(key);
    }
  }

  private void onError() {
    if (now.onError() == was.onError()) {
      return;
    }
    JsonObject rest = block.without("continueOnFail");
    block =
        switch (now.onError()) {
          case STOP -> rest.without("onError");
          case CONTINUE -> rest.with("onError", "continueRegularOutput");
          case OUTPUT -> rest.with("onError", "continueErrorOutput");
        };
  }

  private void retry() {
    if (now.retry().equals(was.retry())) {
      return;
    }
    if (now.retry().isEmpty()) {
      block = block.without("retryOnFail").without("maxTries").without("waitBetweenTries");
      return;
    }
    Retry retry = now.retry().get();
    if (retry.tries() > MOST_TRIES || retry.pause().compareTo(LONGEST_PAUSE) > 0) {
      findings.approximated("maxTries", "n8n tries at most 5 times, at most 5 seconds apart");
    }
    if (retry.backoff() != 1) {
      findings.approximated("waitBetweenTries", "n8n always waits as long between two tries");
    }
    block =
        block
            .with("retryOnFail", true)
            .with("maxTries", Math.min(retry.tries(), MOST_TRIES))
            .with("waitBetweenTries", Math.min(retry.pause().toMillis(), LONGEST_PAUSE.toMillis()));
  }

  private void limits() {
    if (now.timeout().isPresent()) {
      findings.leftOut("timeout", "n8n has no time limit for a node");
    }
    if (now.onUncertain() != OnUncertain.ASK) {
      findings.leftOut("onUncertain", "n8n does not go on after a crash");
    }
  }

  private void notes() {
    String note = now.note();
    if (!note.equals(was.note())) {
      block =
          note.isEmpty()
              ? block.without("notes").without("notesInFlow")
              : block.with("notes", note);
    }
  }

  private void credentials() {
    if (now.credentials().equals(was.credentials())) {
      return;
    }
    JsonObject given =
        block.get("credentials") instanceof JsonObject slots ? slots : JsonObject.empty();
    JsonObject.Builder slots = JsonObject.builder();
    now.credentials()
        .forEach((slot, name) -> {
          Optional<String> theirs = CredentialSlots.theirs(now.type(), now.parameters(), slot);
          if (theirs.isEmpty()) {
            findings.leftOut("credentials." + slot, "choose the credential in n8n");
          } else {
            boolean same =
                name.equals(was.credentials().get(slot)) && given.containsKey(theirs.get());
            slots.put(theirs.get(), same ? given.get(theirs.get()) : JsonObject.of("name", name));
          }
        });
    JsonObject written = slots.build();
    block = written.isEmpty() ? block.without("credentials") : block.with("credentials", written);
  }
}
