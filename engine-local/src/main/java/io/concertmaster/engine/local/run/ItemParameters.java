package io.concertmaster.engine.local.run;

import io.concertmaster.model.expression.Undefined;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.data.JsonObject;
import org.jspecify.annotations.Nullable;

/** A node's settings, their expressions evaluated when they are asked for. */
record ItemParameters(NodeSettings settings, ItemScope scope) implements Parameters {
  @Override
  public Parameters seeing(JsonObject names) {
    return new ItemParameters(settings, scope.seeing(names));
  }

  @Override
  public @Nullable Object value(String name) throws NodeException {
    Template template = settings.byName().get(name);
    Object value = template == null ? null : template.value(scope);
    return value == Undefined.VALUE ? null : value;
  }
}
