package io.concertmaster.engine.local.plan;

import io.concertmaster.engine.RunMode;
import io.concertmaster.node.data.JsonObject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a run began, as JSON for the journal. Older journals do not say it: then it was by hand. */
final class CauseJson {
  /** Of runs that began before each wait had a token of its own. */
  private static final String TOKEN = "token";

  private static final String SECRET = "secret";

  private CauseJson() {}

  static JsonObject write(Cause cause) {
    JsonObject.Builder json = JsonObject.builder().put("mode", cause.mode().id());
    WaitKey key = cause.key();
    if (!key.secret().isEmpty()) {
      json.put(key.forAllWaits() ? TOKEN : SECRET, key.secret());
    }
    if (cause.depth() > 0) {
      json.put("depth", cause.depth());
    }
    cause
        .caller()
        .ifPresent(caller ->
            json.put("run", caller.run())
                .put("node", caller.node())
                .put("index", caller.runIndex()));
    return json.build();
  }

  static Cause read(@Nullable Object value) {
    if (!(value instanceof JsonObject json)) {
      return Cause.MANUAL;
    }
    RunMode mode =
        json.get("mode") instanceof String id
            ? RunMode.of(id).orElse(RunMode.TRIGGER)
            : RunMode.MANUAL;
    Optional<Cause.Caller> caller =
        json.get("run") instanceof Long run && json.get("node") instanceof String node
            ? Optional.of(new Cause.Caller(run, node, whole(json.get("index"))))
            : Optional.empty();
    return new Cause(mode, key(json), whole(json.get("depth")), caller);
  }

  private static WaitKey key(JsonObject json) {
    if (json.get(SECRET) instanceof String secret) {
      return WaitKey.of(secret);
    }
    return json.get(TOKEN) instanceof String token ? new WaitKey(token, true) : WaitKey.NONE;
  }

  private static int whole(@Nullable Object value) {
    return value instanceof Long number ? Math.toIntExact(number) : 0;
  }
}
