package io.concertmaster.engine.local.run;

import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.expression.ExpressionEvaluator;
import io.concertmaster.node.Defaults;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.data.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The settings of one node made ready: defaults filled in, expressions found. A text that begins
 * with {@code =} is an expression wherever its property takes expressions; settings that the
 * descriptor does not know are treated alike.
 *
 * @param byName by property name
 */
record NodeSettings(Map<String, Template> byName) {
  static NodeSettings of(
      NodeDefinition node, NodeDescriptor descriptor, ExpressionEvaluator evaluator) {
    JsonObject filled = Defaults.apply(descriptor.properties(), node.parameters());
    Map<String, Template> byName = new LinkedHashMap<>();
    filled.forEach((name, value) ->
        byName.put(
            name,
            TemplateBuilder.of(evaluator, name, value, descriptor.property(name).orElse(null))));
    return new NodeSettings(Map.copyOf(byName));
  }
}
