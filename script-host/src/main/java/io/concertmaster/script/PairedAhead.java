package io.concertmaster.script;

import io.concertmaster.model.expression.ExpressionException;
import io.concertmaster.model.expression.Scope;
import io.concertmaster.model.expression.script.ScriptSource;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.script.wire.WireItem;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The items from which those of a batch descend, sent along with it when the script says {@code
 * $('Name').item}: else it would ask for them one by one. What cannot be had ahead is left out, and
 * asked for if the script really comes to it.
 */
final class PairedAhead {
  private static final Pattern ITEM =
      Pattern.compile("\\$\\(\\s*(?:'([^'\\\\]*)'|\"([^\"\\\\]*)\")\\s*\\)\\s*\\??\\.\\s*item\\b");

  private final Set<String> names = new LinkedHashSet<>();
  private final NeededFields needed;

  /** Looks for the nodes that a script names. */
  PairedAhead(ScriptSource source, NeededFields needed) {
    this.needed = needed;
    for (ScriptSource.Part part : source.parts()) {
      if (part instanceof ScriptSource.Script script) {
        names.addAll(script.paired());
        for (Matcher found = ITEM.matcher(script.code()); found.find(); ) {
          names.add(found.group(1) == null ? found.group(2) : found.group(1));
        }
      }
    }
  }

  /** For each node a list with an item's record, or null, for each item from the scope's on. */
  JsonObject of(Scope scope, int items) {
    JsonObject.Builder all = JsonObject.builder();
    for (String name : names) {
      JsonArray found = paired(scope, name, items);
      if (!found.isEmpty()) {
        all.put(name, found);
      }
    }
    return all.build();
  }

  private JsonArray paired(Scope scope, String name, int items) {
    try {
      Scope.NodeData node = scope.node(name);
      if (!node.executed()) {
        return JsonArray.empty();
      }
      @Nullable Object[] records = new @Nullable Object[items];
      for (int i = 0; i < items; i++) {
        var item = i == 0 ? node.pairedItem() : node.pairedItem(scope.itemIndex() + i);
        records[i] =
            item.map(it -> WireItem.of(it.withJson(needed.of(name, it.json())))).orElse(null);
      }
      return JsonArray.ofValues(records);
    } catch (ExpressionException e) {
      return JsonArray.empty(); // the script will ask, and be told
    }
  }
}
