package io.concertmaster.node;

import io.concertmaster.node.data.JsonObject;
import java.util.List;

/**
 * A credential that was opened for one activation. Its values belong into the request that signs
 * in, and nowhere else: not into items, messages, logs or what a node keeps.
 */
public final class Credential {
  private final String name;
  private final CredentialType type;
  private final JsonObject values;

  /**
   * An opened credential.
   *
   * @param values texts by field; what is missing has the default of its field
   */
  public Credential(String name, CredentialType type, JsonObject values) {
    this.name = name;
    this.type = type;
    JsonObject.Builder given = JsonObject.builder();
    values.forEach((field, value) -> {
      if (value instanceof String text && !text.isBlank()) {
        given.put(field, text);
      }
    });
    this.values = Defaults.apply(type.fields(), given.build());
  }

  /** By which workflows name it. */
  public String name() {
    return name;
  }

  /** What kind it is. */
  public CredentialType type() {
    return type;
  }

  /** The values, to be read as settings are: text, whole numbers and so on. */
  public Parameters values() {
    return Parameters.of(values);
  }

  /** What must not be read anywhere: the values of the secret fields, without empty ones. */
  public List<String> secrets() {
    return type.fields().stream()
        .filter(Property::secret)
        .map(field -> values.get(field.name()) instanceof String text ? text.strip() : "")
        .filter(text -> !text.isEmpty())
        .toList();
  }

  /** Without the values, so that no log gets them. */
  @Override
  public String toString() {
    return name + " (" + type.name() + ")";
  }
}
