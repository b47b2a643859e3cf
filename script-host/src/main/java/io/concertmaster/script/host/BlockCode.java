package io.concertmaster.script.host;

import io.concertmaster.model.expression.script.ScriptSource.Script;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * One block of an expression in a world. The records that it reads are handed in as a function's
 * arguments, which is much faster than being asked for; where one of them is not at hand, the same
 * names lead to getters of the world, which ask.
 */
final class BlockCode {
  private final Context context;
  private final String code;
  private final boolean json;
  private final boolean data;
  private final List<String> paired = new ArrayList<>();
  private @Nullable Value handed;
  private @Nullable Value asking;

  /**
   * Not compiled yet.
   *
   * @param nodes the names behind {@link Script#pairedName}, as a list of texts
   */
  BlockCode(Context context, String code, @Nullable Object nodes) {
    this.context = context;
    this.code = code;
    this.json = code.contains("$json");
    this.data = code.contains("$data");
    if (nodes instanceof JsonArray names) {
      names.forEach(name -> paired.add(String.valueOf(name)));
    }
  }

  /** The block's value for the current item. */
  Value run(Translation translation, Surroundings around) {
    around.paired(paired);
    Object[] records = records(translation, around);
    return records == null ? asking().execute() : handed().execute(records);
  }

  /** What is handed in; null where something is not at hand. */
  private Object @Nullable [] records(Translation translation, Surroundings around) {
    if (around.scope().item().isEmpty()) {
      return null;
    }
    Object[] records = new Object[(json ? 1 : 0) + (data ? 1 : 0) + paired.size()];
    int at = 0;
    for (String node : paired) {
      Optional<JsonObject> record = around.scope().pairedRecord(node);
      if (record.isEmpty()) {
        return null;
      }
      records[at++] = translation.toScript(around.frame(), record.get());
    }
    if (json || data) {
      Object own = translation.toScript(around.frame(), around.frame().json());
      for (; at < records.length; at++) {
        records[at] = own;
      }
    }
    return records;
  }

  private Value handed() {
    Value known = handed;
    if (known == null) {
      List<String> names = new ArrayList<>();
      for (int i = 0; i < paired.size(); i++) {
        names.add(Script.pairedName(i));
      }
      if (json) {
        names.add("$json");
      }
      if (data) {
        names.add("$data");
      }
      known = compiled(String.join(",", names));
      handed = known;
    }
    return known;
  }

  private Value asking() {
    Value known = asking;
    if (known == null) {
      known = compiled("");
      asking = known;
    }
    return known;
  }

  private Value compiled(String parameters) {
    String function = "(function(" + parameters + "){'use strict';return (" + code + "\n)})";
    return context.eval(Source.newBuilder("js", function, "expression").buildLiteral());
  }
}
