package io.concertmaster.n8n.write;

import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.diff.ValueChange;
import io.concertmaster.model.diff.ValueDifference;
import io.concertmaster.n8n.mapping.ForeignNode;
import io.concertmaster.n8n.mapping.Mapped;
import io.concertmaster.n8n.read.NodeMapper;
import io.concertmaster.n8n.report.Finding;
import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a node that was written for n8n as if it came from there: what it then says otherwise, and
 * of which its mapping did not speak, n8n does otherwise, and that is told.
 *
 * <p>What the second reading lacks is not told: values that a setting has anyhow are not written.
 */
final class SecondReading {
  /** Longer values are cut. */
  private static final int LONGEST = 40;

  private final NodeMapper mapper;

  SecondReading(NodeMapper mapper) {
    this.mapper = mapper;
  }

  /**
   * Tells of what differs.
   *
   * @param block the node as it was written
   * @param spoken what its mapping had to say
   */
  void tell(NodeDefinition node, JsonObject block, List<Finding> spoken, Findings findings) {
    Optional<Mapped> read = mapper.mapped(new ForeignNode(block), Findings.unheard());
    if (read.isEmpty() || !read.get().type().equals(node.type())) {
      return;
    }
    Set<String> told = new HashSet<>();
    spoken.stream()
        .filter(each -> each.kind() != Finding.Kind.MAPPED)
        .forEach(each -> told.add(first(each.parameter())));
    for (ValueChange change : ValueDifference.between(node.parameters(), read.get().parameters())) {
      if (change.kind() != ValueChange.Kind.REMOVED && !told.contains(first(change.path()))) {
        findings.approximated(
            change.path(), "n8n's node works as with " + cut(Json.write(change.after())) + " here");
      }
    }
  }

  private static String first(String path) {
    return path.split("[.\\[]", 2)[0];
  }

  private static String cut(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
  }
}
