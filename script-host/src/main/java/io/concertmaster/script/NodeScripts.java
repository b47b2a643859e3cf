package io.concertmaster.script;

import io.concertmaster.model.expression.Scope;
import io.concertmaster.node.Binaries;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.Scripts;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.script.wire.WireItem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Scripts of nodes, each in a world of its own. */
final class NodeScripts implements Scripts {
  private final ScriptHost host;
  private final Scope scope;
  private final Consumer<String> log;
  private final Binaries files;

  NodeScripts(ScriptHost host, Scope scope, Consumer<String> log, Binaries files) {
    this.host = host;
    this.scope = scope;
    this.log = log;
    this.files = files;
  }

  @Override
  public Work begin(Script script) {
    return new Running(script);
  }

  /** A script at work; it keeps a process for itself until it is closed. */
  private final class Running implements Work {
    private final Script script;
    private final String world = "code " + UUID.randomUUID();
    private @Nullable HostProcess process;
    private JsonObject stored = JsonObject.empty();

    Running(Script script) {
      this.script = script;
    }

    private JsonObject request(JsonObject more, Receiver receiver)
        throws NodeException, InterruptedException {
      JsonObject request =
          JsonObject.of("op", "run", "kind", "code")
              .with("zone", ScopeRecord.machineZone(scope))
              .with("code", script.code())
              .with("dialect", dialect(script.dialect()))
              .with("scope", ScopeRecord.of(scope))
              .withAll(more);
      Duration limit = host.settings().scriptLimit();
      try {
        HostProcess lent = process;
        if (lent == null) {
          lent = host.pool().lend(world);
          process = lent;
        }
        JsonObject answer =
            new Exchange(host.pool(), new NodeQuestions(scope, script, files), receiver::told)
                .on(lent, world, request, limit);
        if (answer.get("static") instanceof JsonObject kept) {
          stored = kept;
        }
        return answer;
      } catch (ScriptTrouble e) {
        throw new NodeException(e.getMessage());
      }
    }

    private static String dialect(Dialect dialect) {
      return switch (dialect) {
        case CODE -> "code";
        case FUNCTION -> "function";
        case FUNCTION_ITEM -> "functionItem";
      };
    }

    @Override
    public Returned all(Pieces taker) throws NodeException, InterruptedException {
      Receiver receiver = new Receiver(log, taker);
      JsonObject answer = request(JsonObject.empty(), receiver);
      receiver.check();
      if ("error".equals(answer.get("op"))) {
        throw failure(answer);
      }
      String type = String.valueOf(answer.get("type"));
      return type.equals("list") ? new Returned(type, null, null) : returned(answer);
    }

    @Override
    public List<Result> each(List<Item> items, long first)
        throws NodeException, InterruptedException {
      JsonArray records = JsonArray.ofValues(items.stream().map(WireItem::of).toArray());
      Receiver receiver = new Receiver(log, (piece, any) -> {});
      JsonObject answer = request(JsonObject.of("items", records, "first", first), receiver);
      if (!(answer.get("results") instanceof JsonArray results) || results.size() != items.size()) {
        throw failure(answer);
      }
      List<Result> all = new ArrayList<>(results.size());
      for (int i = 0; i < results.size(); i++) {
        JsonObject result =
            results.get(i) instanceof JsonObject object ? object : JsonObject.empty();
        all.add(
            "error".equals(result.get("op"))
                ? new Failed(failure(result, ", for item " + (first + i)))
                : returned(result));
      }
      return all;
    }

    @Override
    public JsonObject stored() {
      return stored;
    }

    @Override
    public void close() {
      HostProcess lent = process;
      if (lent == null) {
        return;
      }
      process = null;
      try {
        if (lent.alive() && lent.has(world)) {
          lent.lost(world);
          lent.begin(JsonObject.of("op", "close", "world", world));
        }
      } catch (ScriptTrouble e) {
        lent.kill();
      } finally {
        host.pool().giveBack(lent);
      }
    }
  }

  private static Returned returned(JsonObject answer) {
    Object value = answer.get("value");
    return new Returned(
        String.valueOf(answer.get("type")),
        value == io.concertmaster.model.expression.Undefined.VALUE ? null : value,
        answer.get("item") instanceof JsonObject item ? item : null);
  }

  /** What a script did wrong with all items, with its line as n8n writes it. */
  private static NodeException failure(JsonObject trouble) {
    return failure(trouble, "");
  }

  /**
   * What a script did wrong.
   *
   * @param where what stands behind the line
   */
  private static NodeException failure(JsonObject trouble, String where) {
    String error = String.valueOf(trouble.get("error"));
    return new NodeException(
        trouble.get("line") instanceof Long line && line > 0
            ? error + " [line " + line + where + "]"
            : error);
  }
}
