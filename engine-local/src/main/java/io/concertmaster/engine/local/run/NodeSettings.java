package io.concertmaster.engine.local.run;

import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.expression.Expression;
import io.concertmaster.model.expression.ExpressionEvaluator;
import io.concertmaster.model.expression.ExpressionException;
import io.concertmaster.node.Defaults;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
        byName.put(name, template(evaluator, name, value, descriptor.property(name).orElse(null))));
    return new NodeSettings(Map.copyOf(byName));
  }

  private static Template template(
      ExpressionEvaluator evaluator,
      String path,
      @Nullable Object value,
      @Nullable Property property) {
    if (property != null && !property.expressions()) {
      return new Template.Constant(value);
    }
    return switch (value) {
      case String text when Expression.isExpression(text) -> expression(evaluator, path, text);
      case JsonObject object -> fields(evaluator, path, object, inside(property));
      case JsonArray list -> elements(evaluator, path, list, property);
      case null, default -> new Template.Constant(value);
    };
  }

  private static Template expression(ExpressionEvaluator evaluator, String path, String text) {
    try {
      return new Template.Computed(path, evaluator.compile(text));
    } catch (ExpressionException e) {
      return new Template.Wrong(path, e);
    }
  }

  private static Template fields(
      ExpressionEvaluator evaluator, String path, JsonObject object, List<Property> properties) {
    List<Template> slots = new ArrayList<>(object.size());
    for (int slot = 0; slot < object.size(); slot++) {
      String name = object.shape().name(slot);
      Property property =
          properties.stream().filter(each -> each.name().equals(name)).findFirst().orElse(null);
      slots.add(template(evaluator, path + "." + name, object.slot(slot), property));
    }
    return constant(slots)
        ? new Template.Constant(object)
        : new Template.Fields(object.shape(), List.copyOf(slots));
  }

  private static Template elements(
      ExpressionEvaluator evaluator, String path, JsonArray list, @Nullable Property property) {
    List<Template> elements = new ArrayList<>(list.size());
    for (int i = 0; i < list.size(); i++) {
      String at = path + "[" + i + "]";
      elements.add(
          list.get(i) instanceof JsonObject entry
              ? fields(evaluator, at, entry, inside(property))
              : template(evaluator, at, list.get(i), null));
    }
    return constant(elements)
        ? new Template.Constant(list)
        : new Template.Elements(List.copyOf(elements));
  }

  private static List<Property> inside(@Nullable Property property) {
    if (property == null) {
      return List.of();
    }
    return switch (property.kind()) {
      case PropertyKind.Entries entries -> entries.properties();
      case PropertyKind.Group group -> group.properties();
      default -> List.of();
    };
  }

  private static boolean constant(List<Template> parts) {
    return parts.stream().allMatch(part -> part instanceof Template.Constant);
  }
}
