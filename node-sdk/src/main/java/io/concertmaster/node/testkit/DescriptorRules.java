package io.concertmaster.node.testkit;

import io.concertmaster.node.CredentialSlot;
import io.concertmaster.node.CredentialType;
import io.concertmaster.node.Family;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Port;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a descriptor needs so that people find the node, understand it and can set it. Each
 * complaint says where and what, in one line; a node type is ready when there is none.
 */
public final class DescriptorRules {
  /** Ikonli's prefixes for the two halves of the five styles of Material icons. */
  private static final Pattern ICON = Pattern.compile("md(o|r|s)?(al|mz)-[a-z0-9_]+");

  private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]*");
  private static final int SUMMARY = 80;

  private final List<String> complaints = new ArrayList<>();

  private DescriptorRules() {}

  /** What is wrong with a node type's descriptor; empty when it is complete. */
  public static List<String> complaints(NodeType type) {
    DescriptorRules rules = new DescriptorRules();
    rules.face(type.descriptor());
    rules.ports(type);
    rules.properties("", type.descriptor().properties());
    rules.credentials(type.descriptor());
    rules.sameEachTime(type);
    return List.copyOf(rules.complaints);
  }

  @SuppressWarnings("ReferenceEquality") // one object is what is asked for
  private void sameEachTime(NodeType type) {
    NodeDescriptor first = type.descriptor();
    NodeDescriptor second = type.descriptor();
    if (first != second) {
      complain("descriptor", "is made anew at each call: hold it in a constant");
    }
  }

  private void face(NodeDescriptor descriptor) {
    line("name", descriptor.name());
    line("summary", descriptor.summary());
    if (descriptor.summary().length() > SUMMARY) {
      complain("summary", "is longer than " + SUMMARY + " characters");
    }
    if (descriptor.summary().endsWith(".")) {
      complain("summary", "is a line, not a sentence: no full stop");
    }
    if (!ICON.matcher(descriptor.icon()).matches()) {
      complain("icon", "“" + descriptor.icon() + "” is not a literal such as mdal-call_split");
    }
    if (descriptor.documentation().strip().length() < 80) {
      complain("documentation", "is missing or too short to help anybody");
    }
    if (descriptor.keywords().isEmpty()) {
      complain("keywords", "are missing: nobody searches by the name alone");
    }
  }

  private void ports(NodeType type) {
    NodeDescriptor descriptor = type.descriptor();
    if (descriptor.isTrigger() && !descriptor.inputs().isEmpty()) {
      complain("inputs", "a trigger has none");
    }
    if (descriptor.family() == Family.NOTES
        && !(descriptor.inputs().isEmpty() && descriptor.outputs().isEmpty())) {
      complain("ports", "a note has none");
    }
    unique("inputs", type.inputs(JsonObject.empty()).stream().map(Port::id).toList());
    unique("outputs", type.outputs(JsonObject.empty()).stream().map(Port::id).toList());
    if (type.outputs(JsonObject.empty()).stream().anyMatch(port -> port.id().equals(Port.ERROR))) {
      complain("outputs", "“error” is the engine's own output");
    }
    for (List<Port> ports : List.of(descriptor.inputs(), descriptor.outputs())) {
      if (ports.size() > 1 && ports.stream().anyMatch(port -> port.label().isBlank())) {
        complain("ports", "each of several needs a label");
      }
    }
  }

  private void properties(String path, List<Property> properties) {
    unique(path.isEmpty() ? "properties" : path, properties.stream().map(Property::name).toList());
    for (Property property : properties) {
      property(path.isEmpty() ? property.name() : path + "." + property.name(), property);
      property
          .visible()
          .ifPresent(condition -> {
            if (properties.stream().noneMatch(p -> p.name().equals(condition.property()))) {
              complain(
                  path + property.name(),
                  "depends on “" + condition.property() + "”, which is not beside it");
            }
          });
    }
  }

  private void credentials(NodeDescriptor descriptor) {
    unique("credentials", descriptor.credentials().stream().map(CredentialSlot::name).toList());
    for (CredentialSlot slot : descriptor.credentials()) {
      line(slot.place() + " label", slot.label());
      if (slot.visible()
          .filter(condition -> descriptor.property(condition.property()).isEmpty())
          .isPresent()) {
        complain(slot.place(), "depends on a property that the node does not have");
      }
      for (CredentialType type : slot.types()) {
        line(type.name() + " label", type.label());
        properties(type.name(), type.fields());
        if (type.fields().stream().noneMatch(Property::secret)) {
          complain(type.name(), "has no secret field: it needs no credential");
        }
      }
    }
  }

  private void property(String path, Property property) {
    if (!NAME.matcher(property.name()).matches()) {
      complain(path, "the name must be letters and digits, a small letter first");
    }
    line(path + " label", property.label());
    if (property.required() && property.help().isBlank()) {
      complain(path, "must be set, so it needs a help text");
    }
    if (property.secret() && !(property.kind() instanceof PropertyKind.Text)) {
      complain(path, "a secret is text");
    }
    Object value = property.defaultValue();
    if (value != null && !(value instanceof String s && s.startsWith("="))) {
      if (!fits(property.kind(), value)) {
        complain(path, "the default " + value + " is no value of its kind");
      }
    }
    switch (property.kind()) {
      case PropertyKind.Choice choice -> choice(path, property, choice);
      case PropertyKind.Several several -> options(path, several.options());
      case PropertyKind.Entries entries -> properties(path, entries.properties());
      case PropertyKind.Group group -> properties(path, group.properties());
      default -> {}
    }
  }

  private void choice(String path, Property property, PropertyKind.Choice choice) {
    options(path, choice.options());
    if (property.defaultValue() == null && !property.required()) {
      complain(path, "a choice needs a default, or must be mandatory");
    }
  }

  private void options(String path, List<PropertyKind.Option> options) {
    unique(path + " options", options.stream().map(PropertyKind.Option::value).toList());
    options.forEach(option -> line(path + " option " + option.value(), option.label()));
    if (options.size() < 2) {
      complain(path, "a choice needs at least two options");
    }
  }

  private static boolean fits(PropertyKind kind, Object value) {
    return switch (kind) {
      case PropertyKind.Text t -> value instanceof String;
      case PropertyKind.Code c -> value instanceof String;
      case PropertyKind.Path p -> value instanceof String;
      case PropertyKind.FieldName f -> value instanceof String;
      case PropertyKind.Flag f -> value instanceof Boolean;
      case PropertyKind.FieldNames f -> texts(value);
      case PropertyKind.Conditions c -> objects(value);
      case PropertyKind.Entries e -> objects(value);
      case PropertyKind.Group g -> value instanceof JsonObject;
      case PropertyKind.Data d -> true;
      case PropertyKind.Numeric n -> value instanceof Number number && within(n, number);
      case PropertyKind.Lines l -> texts(value);
      case PropertyKind.Several s ->
          value instanceof JsonArray list
              && list.stream()
                  .allMatch(each ->
                      s.options().stream().anyMatch(o -> o.value().equals(String.valueOf(each))));
      case PropertyKind.Choice c ->
          c.options().stream().anyMatch(option -> option.value().equals(value));
    };
  }

  private static boolean within(PropertyKind.Numeric kind, Number value) {
    double number = value.doubleValue();
    return number >= kind.min()
        && number <= kind.max()
        && (!kind.whole() || number == Math.rint(number));
  }

  private static boolean texts(Object value) {
    return value instanceof JsonArray list && list.stream().allMatch(String.class::isInstance);
  }

  private static boolean objects(Object value) {
    return value instanceof JsonArray list && list.stream().allMatch(JsonObject.class::isInstance);
  }

  private void line(String where, String text) {
    if (text.isBlank() || !text.equals(text.strip()) || text.contains("\n")) {
      complain(where, "must be one line of text");
    }
  }

  private void unique(String where, List<String> names) {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        complain(where, "“" + name + "” comes twice");
      }
    }
  }

  private void complain(String where, String what) {
    complaints.add(where + ": " + what);
  }
}
