package io.concertmaster.nodes;

import io.concertmaster.node.CredentialSlot;
import io.concertmaster.node.CredentialType;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Port;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The page of a node type in {@code docs/nodes}, made from its descriptor. */
final class NodePage {
  private final StringBuilder text = new StringBuilder();

  private NodePage() {}

  /** The page as Markdown. */
  static String of(NodeType type) {
    NodeDescriptor descriptor = type.descriptor();
    NodePage page = new NodePage();
    page.head(descriptor, bySettings(type));
    if (!descriptor.properties().isEmpty()) {
      page.text.append("\n## Settings\n");
      page.table(descriptor.properties(), "");
    }
    if (hasConditions(descriptor.properties())) {
      page.text.append(OperatorTable.text());
    }
    if (!descriptor.credentials().isEmpty()) {
      page.text.append("\n## Credentials\n");
      descriptor.credentials().forEach(slot -> page.slot(slot, descriptor.properties()));
    }
    return page.text.toString();
  }

  /** Whether a type's outputs are others with other settings. */
  private static boolean bySettings(NodeType type) {
    try {
      return type.getClass().getMethod("outputs", JsonObject.class).getDeclaringClass()
          != NodeType.class;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean hasConditions(List<Property> properties) {
    return properties.stream()
        .anyMatch(each ->
            switch (each.kind()) {
              case PropertyKind.Conditions c -> true;
              case PropertyKind.Entries entries -> hasConditions(entries.properties());
              case PropertyKind.Group group -> hasConditions(group.properties());
              default -> false;
            });
  }

  private static String outputs(NodeDescriptor descriptor, boolean bySettings) {
    if (!bySettings) {
      return ports(descriptor.outputs());
    }
    return descriptor.outputs().isEmpty()
        ? "by its settings"
        : ports(descriptor.outputs()) + "; others by its settings";
  }

  private void head(NodeDescriptor descriptor, boolean bySettings) {
    text.append(
            "<!-- Made from the node's descriptor: change it there, then run dev/node-pages. -->\n\n")
        .append("# " + descriptor.name() + "\n\n")
        .append(descriptor.summary() + ".\n\n")
        .append("| | |\n| --- | --- |\n")
        .append("| Type | `" + descriptor.type() + "`, version " + descriptor.version() + " |\n")
        .append("| Group | " + descriptor.family().label() + " |\n")
        .append("| Inputs | " + ports(descriptor.inputs()) + " |\n")
        .append("| Outputs | " + outputs(descriptor, bySettings) + " |\n")
        .append("| After a crash | " + afterCrash(descriptor) + " |\n\n")
        .append(descriptor.documentation().strip())
        .append("\n");
  }

  private static String ports(List<Port> ports) {
    return ports.isEmpty()
        ? "none"
        : ports.stream()
            .map(port -> "`" + port.id() + "`" + (port.label().isBlank() ? "" : " " + port.label()))
            .collect(Collectors.joining(", "));
  }

  private static String afterCrash(NodeDescriptor descriptor) {
    return switch (descriptor.effect()) {
      case PURE, READS, IDEMPOTENT -> "runs again";
      case UNSAFE -> "uncertain: the node's policy decides";
    };
  }

  private void table(List<Property> properties, String path) {
    text.append("\n| Setting | Key | Values | Default |\n| --- | --- | --- | --- |\n");
    for (Property property : properties) {
      text.append("| **" + property.label() + "**" + (property.required() ? " (needed)" : ""))
          .append(property.help().isBlank() ? "" : "<br>" + cell(property.help()))
          .append(when(property.visible(), properties))
          .append(" | `" + path + property.name() + "` | " + values(property))
          .append(" | " + defaultValue(property) + " |\n");
    }
    for (Property property : properties) {
      switch (property.kind()) {
        case PropertyKind.Entries entries -> {
          text.append("\nEach " + entries.entry() + " of **" + property.label() + "**:\n");
          table(entries.properties(), path + property.name() + "[].");
        }
        case PropertyKind.Group group -> {
          text.append("\n**" + property.label() + "**:\n");
          table(group.properties(), path + property.name() + ".");
        }
        default -> {}
      }
    }
  }

  private void slot(CredentialSlot slot, List<Property> properties) {
    text.append("\n**" + slot.label() + "** (`" + slot.name() + "`)")
        .append(slot.required() ? ", needed." : ".")
        .append(when(slot.visible(), properties).replace("<br>", " "))
        .append(
            " One of these types, kept apart from the workflow ([credentials](../credentials.md)):\n");
    text.append("\n| Type | | Fields |\n| --- | --- | --- |\n");
    for (CredentialType type : slot.types()) {
      text.append("| `" + type.name() + "` | " + type.label() + " | ")
          .append(
              type.fields().stream()
                  .map(field ->
                      "`"
                          + field.name()
                          + "` "
                          + field.label()
                          + (field.secret() ? ", secret" : ""))
                  .collect(Collectors.joining("; ")))
          .append(" |\n");
    }
  }

  private static String when(Optional<Property.Condition> visible, List<Property> siblings) {
    return visible
        .map(condition -> {
          Optional<Property> other =
              siblings.stream().filter(p -> p.name().equals(condition.property())).findFirst();
          String values =
              condition.values().stream()
                  .map(value -> "*" + label(other, value) + "*")
                  .collect(Collectors.joining(" or "));
          String name = other.map(Property::label).orElse(condition.property());
          return "<br>Only when **" + name + "** is " + values + ".";
        })
        .orElse("");
  }

  private static String label(Optional<Property> property, Object value) {
    return property
        .map(Property::kind)
        .filter(PropertyKind.Choice.class::isInstance)
        .map(PropertyKind.Choice.class::cast)
        .flatMap(choice ->
            choice.options().stream()
                .filter(option -> option.value().equals(value))
                .map(PropertyKind.Option::label)
                .findFirst())
        .orElseGet(() -> value instanceof Boolean on ? (on ? "on" : "off") : value.toString());
  }

  private static String values(Property property) {
    String values =
        switch (property.kind()) {
          case PropertyKind.Text t -> property.secret() ? "text, kept secret" : "text";
          case PropertyKind.Numeric n -> number(n);
          case PropertyKind.Flag f -> "`true`, `false`";
          case PropertyKind.Choice c -> options(c.options());
          case PropertyKind.Several s -> "list of " + options(s.options());
          case PropertyKind.Lines l -> "list of texts";
          case PropertyKind.Path p -> "path";
          case PropertyKind.FieldName f -> "name of a field";
          case PropertyKind.FieldNames f -> "list of names of fields";
          case PropertyKind.Code c -> c.language() + " text";
          case PropertyKind.Data d -> "any value";
          case PropertyKind.Conditions c -> "list of `{left, is, right}`";
          case PropertyKind.Entries e -> "list, see below";
          case PropertyKind.Group g -> "object, see below";
        };
    return property.expressions() ? values : values + "; no expression";
  }

  private static String number(PropertyKind.Numeric kind) {
    String type = kind.whole() ? "whole number" : "number";
    boolean bounded = Math.abs(kind.min()) < 1e15 && Math.abs(kind.max()) < 1e15;
    return bounded ? type + ", " + Json.write(kind.min()) + " to " + Json.write(kind.max()) : type;
  }

  private static String options(List<PropertyKind.Option> options) {
    return options.stream()
        .map(option ->
            "`"
                + option.value()
                + "` "
                + cell(option.label())
                + (option.help().isBlank() ? "" : ": " + cell(option.help())))
        .collect(Collectors.joining("<br>"));
  }

  private static String defaultValue(Property property) {
    return switch (property.defaultValue()) {
      case null -> "";
      case JsonArray list when list.isEmpty() -> "";
      case JsonObject object when object.isEmpty() -> "";
      case String text when text.isEmpty() -> "";
      case String text -> "`" + cell(text) + "`";
      case Object value -> "`" + cell(Json.write(value)) + "`";
    };
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("\n", " ");
  }
}
