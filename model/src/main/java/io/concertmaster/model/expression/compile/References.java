package io.concertmaster.model.expression.compile;

import io.concertmaster.model.expression.FieldReference;
import io.concertmaster.model.expression.NodeReference;
import java.util.ArrayList;
import java.util.List;

/**
 * What an expression refers to, collected while it is compiled.
 *
 * @param nodes nodes by name
 * @param fields fields of the current item
 */
public record References(List<NodeReference> nodes, List<FieldReference> fields) {
  /** Nothing yet. */
  public References() {
    this(new ArrayList<>(), new ArrayList<>());
  }
}
