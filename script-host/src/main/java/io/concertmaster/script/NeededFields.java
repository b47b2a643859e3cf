package io.concertmaster.script;

import io.concertmaster.model.expression.script.ScriptSource;
import io.concertmaster.node.data.JsonObject;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fields that a script can see of its item and of the items from which that one descends, where
 * its text leaves no doubt: it says {@code $json.name} and {@code $$paired0.name}, and no other
 * name that leads to data. Other fields need not be sent then.
 */
final class NeededFields {
  private static final Pattern DOLLAR = Pattern.compile("\\$");

  /** A field's name in ASCII, whole, that is not called. */
  private static final String FIELD =
      "\\s*\\??\\.\\s*([A-Za-z_]\\w*+)(?![\\w$\\x{80}-\\x{10FFFF}])(?!\\s*(?:\\(|`|\\?\\.\\s*\\())";

  private static final Pattern OWN = Pattern.compile("\\$json" + FIELD);
  private static final Pattern OTHER = Pattern.compile("\\$\\$paired(\\d)" + FIELD);

  /** What the translation writes itself: it leads to no data. */
  private static final Pattern HARMLESS = Pattern.compile("\\$\\$of\\(|\\$x\\$[A-Za-z]\\w*+");

  private final Map<String, Set<String>> nodes = new LinkedHashMap<>();
  private final Set<String> own = new LinkedHashSet<>();
  private final boolean certain;

  NeededFields(ScriptSource source) {
    boolean sure = true;
    for (ScriptSource.Part part : source.parts()) {
      sure &= !(part instanceof ScriptSource.Script script) || read(script);
    }
    this.certain = sure;
  }

  private boolean read(ScriptSource.Script script) {
    String code = script.code();
    if (code.indexOf('\\') >= 0) {
      return false; // names may be spelt with escapes
    }
    Matcher dollar = DOLLAR.matcher(code);
    Matcher json = OWN.matcher(code);
    Matcher other = OTHER.matcher(code);
    Matcher harmless = HARMLESS.matcher(code);
    int from = 0;
    while (dollar.find(from)) {
      int at = dollar.start();
      if (begins(json, at)) {
        own.add(json.group(1));
        from = json.end();
      } else if (begins(other, at) && Integer.parseInt(other.group(1)) < script.paired().size()) {
        String node = script.paired().get(Integer.parseInt(other.group(1)));
        nodes.computeIfAbsent(node, name -> new LinkedHashSet<>()).add(other.group(2));
        from = other.end();
      } else if (begins(harmless, at)) {
        from = harmless.end();
      } else {
        return false;
      }
    }
    return true;
  }

  private static boolean begins(Matcher matcher, int at) {
    return matcher.region(at, matcher.regionEnd()).lookingAt();
  }

  /** Of an item's record what the script can see. */
  JsonObject own(JsonObject record) {
    return certain ? some(record, own) : record;
  }

  /** Of the record of a node's item what the script can see. */
  JsonObject of(String node, JsonObject record) {
    return Optional.ofNullable(nodes.get(node))
        .filter(fields -> certain)
        .map(fields -> some(record, fields))
        .orElse(record);
  }

  private static JsonObject some(JsonObject record, Set<String> fields) {
    if (record.size() <= fields.size()) {
      return record;
    }
    JsonObject.Builder kept = JsonObject.builder();
    for (String field : fields) {
      if (record.containsKey(field)) {
        kept.put(field, record.get(field));
      }
    }
    return kept.build();
  }
}
