package io.concertmaster.node;

import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A place of a node where a credential is named. The file has the name, never the values.
 *
 * @param name the key in the node's {@code credentials}
 * @param label the name in the inspector
 * @param types what fits here, the most usual first
 * @param required whether the node cannot work without one
 * @param visible when the slot applies, by a setting of the node; always, where empty
 */
public record CredentialSlot(
    String name,
    String label,
    List<CredentialType> types,
    boolean required,
    Optional<Property.Condition> visible) {
  /** What stands before a slot's name where the place of a problem is told. */
  public static final String PLACE = "credentials.";

  public CredentialSlot {
    types = List.copyOf(types);
    if (!name.matches("[a-z][A-Za-z0-9]*") || types.isEmpty()) {
      throw new IllegalArgumentException("a slot has a name and a type: " + name);
    }
  }

  /** A slot that always applies and may stay empty. */
  public static CredentialSlot of(String name, String label, CredentialType... types) {
    return new CredentialSlot(name, label, List.of(types), false, Optional.empty());
  }

  /** The same slot, which must be filled. */
  public CredentialSlot mandatory() {
    return new CredentialSlot(name, label, types, true, visible);
  }

  /** The same slot, applying only while a setting has one of these values. */
  public CredentialSlot when(String property, Object... values) {
    return new CredentialSlot(
        name,
        label,
        types,
        required,
        Optional.of(new Property.Condition(property, List.of(values))));
  }

  /** Whether the slot applies beside a node's parameters. */
  public boolean applies(JsonObject parameters, List<Property> properties) {
    return visible.isEmpty() || visible.get().holds(parameters, properties);
  }

  /** The type of a name, where one of that name fits here. */
  public Optional<CredentialType> type(String wanted) {
    return types.stream().filter(type -> type.name().equals(wanted)).findFirst();
  }

  /**
   * What is wrong with a credential of a type, to stand behind its name; empty where it fits.
   *
   * @param type the name of the type
   */
  public Optional<String> complaint(String type) {
    return type(type).isPresent()
        ? Optional.empty()
        : Optional.of(
            "is of the type "
                + type
                + ", but here fits "
                + types.stream().map(CredentialType::name).collect(Collectors.joining(", "))
                + ": choose another one");
  }

  /** Where a problem of this slot lies in its node. */
  public String place() {
    return PLACE + name;
  }
}
