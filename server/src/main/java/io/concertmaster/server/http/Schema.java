package io.concertmaster.server.http;

import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** JSON Schemas of the document of the API, in few words. */
public final class Schema {
  private Schema() {}

  /**
   * A member of an object.
   *
   * @param required whether it is always there
   */
  public record Member(String name, JsonObject schema, boolean required) {
    /** A member that may be missing. */
    public static Member maybe(String name, JsonObject schema) {
      return new Member(name, schema, false);
    }

    /** A member that is always there. */
    public static Member of(String name, JsonObject schema) {
      return new Member(name, schema, true);
    }
  }

  /** An object of these members. */
  public static JsonObject object(Member... members) {
    JsonObject.Builder properties = JsonObject.builder();
    List<String> required = new ArrayList<>();
    for (Member each : members) {
      properties.put(each.name(), each.schema());
      if (each.required()) {
        required.add(each.name());
      }
    }
    JsonObject schema = JsonObject.of("type", "object", "properties", properties.build());
    return required.isEmpty() ? schema : schema.with("required", JsonArray.copyOf(required));
  }

  /** An object of any members. */
  public static JsonObject anyObject(String description) {
    return JsonObject.of("type", "object", "description", description)
        .with("additionalProperties", true);
  }

  /** An object whose members all have one schema. */
  public static JsonObject map(String description, JsonObject values) {
    return anyObject(description).with("additionalProperties", values);
  }

  public static JsonObject list(JsonObject elements) {
    return JsonObject.of("type", "array", "items", elements);
  }

  public static JsonObject text(String description) {
    return JsonObject.of("type", "string", "description", description);
  }

  /** One of a few words. */
  public static JsonObject choice(String description, List<String> words) {
    return text(description).with("enum", JsonArray.copyOf(words));
  }

  public static JsonObject time(String description) {
    return text(description).with("format", "date-time");
  }

  public static JsonObject integer(String description) {
    return JsonObject.of("type", "integer", "description", description);
  }

  public static JsonObject flag(String description) {
    return JsonObject.of("type", "boolean", "description", description);
  }

  /** A schema that stands among the components of the document. */
  public static JsonObject named(String name) {
    return JsonObject.of("$ref", "#/components/schemas/" + name);
  }
}
