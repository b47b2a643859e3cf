package io.concertmaster.engine.local.run;

import io.concertmaster.model.expression.Expression;
import io.concertmaster.model.expression.ExpressionEvaluator;
import io.concertmaster.model.expression.ExpressionException;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the expressions of one setting. */
final class TemplateBuilder {
  private final ExpressionEvaluator evaluator;
  private final List<Template.Part> parts = new ArrayList<>();

  private TemplateBuilder(ExpressionEvaluator evaluator) {
    this.evaluator = evaluator;
  }

  /**
   * A setting made ready.
   *
   * @param property null where the descriptor does not know the setting
   */
  static Template of(
      ExpressionEvaluator evaluator,
      String name,
      @Nullable Object value,
      @Nullable Property property) {
    TemplateBuilder builder = new TemplateBuilder(evaluator);
    Form form = builder.form(name, value, property);
    return new Template(List.copyOf(builder.parts), form);
  }

  private Form form(String path, @Nullable Object value, @Nullable Property property) {
    if (property != null && !property.expressions()) {
      return new Form.Constant(value);
    }
    return switch (value) {
      case String text when Expression.isExpression(text) -> place(path, text);
      case JsonObject object -> fields(path, object, inside(property));
      case JsonArray list -> elements(path, list, property);
      case null, default -> new Form.Constant(value);
    };
  }

  private Form place(String path, String text) {
    try {
      parts.add(new Template.Computed(path, evaluator.compile(text)));
    } catch (ExpressionException e) {
      parts.add(new Template.Wrong(path, e));
    }
    return new Form.Place(parts.size() - 1);
  }

  private Form fields(String path, JsonObject object, List<Property> properties) {
    List<Form> slots = new ArrayList<>(object.size());
    for (int slot = 0; slot < object.size(); slot++) {
      String name = object.shape().name(slot);
      Property property =
          properties.stream().filter(each -> each.name().equals(name)).findFirst().orElse(null);
      slots.add(form(path + "." + name, object.slot(slot), property));
    }
    return isConstant(slots)
        ? new Form.Constant(object)
        : new Form.Fields(object.shape(), List.copyOf(slots));
  }

  private Form elements(String path, JsonArray list, @Nullable Property property) {
    List<Form> elements = new ArrayList<>(list.size());
    for (int i = 0; i < list.size(); i++) {
      String at = path + "[" + i + "]";
      elements.add(
          list.get(i) instanceof JsonObject entry
              ? fields(at, entry, inside(property))
              : form(at, list.get(i), null));
    }
    return isConstant(elements)
        ? new Form.Constant(list)
        : new Form.Elements(List.copyOf(elements));
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

  private static boolean isConstant(List<Form> forms) {
    return forms.stream().allMatch(form -> form instanceof Form.Constant);
  }
}
