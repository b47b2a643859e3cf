package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.data.JsonObject;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An order that is written as code: the body of a function that compares the items {@code a} and
 * {@code b}. It becomes a script of our Code node that sorts all items with it.
 */
final class SortScript {
  private static final String BEGIN =
      "const items = $input.all().map((item, index) => ({ ...item, pairedItem: { item: index }"
          + " }));\nreturn items.sort((a, b) => {\n";

  private static final String END = "\n});";

  /** n8n fails where the code never says {@code return}. */
  private static final String NO_RETURN =
      "throw new Error('the order never returns: end its code with return');\n";

  private static final Pattern RETURN = Pattern.compile("\\breturn\\b");

  /** What n8n runs where the file has no code: its node's example. */
  private static final String EXAMPLE =
      "const field = 'myField';\n"
          + "return a.json[field] < b.json[field] ? -1 : a.json[field] > b.json[field] ? 1 : 0;";

  private SortScript() {}

  /** The Code node for a node of n8n's. */
  static Mapped read(ForeignNode node, Findings findings) {
    String code = node.text("code", EXAMPLE);
    Scripting.warn("code", code, findings);
    String sorting = BEGIN + code + END;
    String script = RETURN.matcher(code).find() ? sorting : NO_RETURN + sorting;
    return Mapped.of(CodeMapping.OURS, JsonObject.of("code", script));
  }

  /** The code of the order in the settings of a Code node; empty where it does something else. */
  static Optional<String> code(JsonObject parameters) {
    boolean plain =
        "all".equals(parameters.getOrDefault("mode", "all"))
            && "code".equals(parameters.getOrDefault("dialect", "code"));
    if (!plain || !(parameters.get("code") instanceof String script)) {
      return Optional.empty();
    }
    String sorting = script.startsWith(NO_RETURN) ? script.substring(NO_RETURN.length()) : script;
    return sorting.startsWith(BEGIN)
            && sorting.endsWith(END)
            && sorting.length() >= BEGIN.length() + END.length()
        ? Optional.of(sorting.substring(BEGIN.length(), sorting.length() - END.length()))
        : Optional.empty();
  }
}
