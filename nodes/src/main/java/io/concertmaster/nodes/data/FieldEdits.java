package io.concertmaster.nodes.data;

import io.concertmaster.node.NodeException;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.data.FieldPath;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonException;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the fields of {@link EditFields} get onto a record. Belongs to one activation. */
sealed interface FieldEdits {
  /** The record with the fields of these settings set. */
  JsonObject apply(JsonObject record, Parameters settings) throws NodeException;

  /** A list of fields, set in their order. */
  final class OneByOne implements FieldEdits {
    private final boolean dots;
    private final boolean keepMisfits;

    /** The way of each entry, made anew only when an expression gives another name. */
    private final List<FieldPath> paths = new ArrayList<>();

    OneByOne(boolean dots, boolean keepMisfits) {
      this.dots = dots;
      this.keepMisfits = keepMisfits;
    }

    @Override
    public JsonObject apply(JsonObject record, Parameters settings) throws NodeException {
      JsonArray fields = settings.list("fields");
      JsonObject edited = record;
      for (int i = 0; i < fields.size(); i++) {
        if (!(fields.get(i) instanceof JsonObject field)) {
          throw new NodeException("“fields” must be a list of objects with name and value")
              .atProperty("fields[" + i + "]");
        }
        FieldPath path = path(i, field);
        try {
          edited = path.set(edited, value(field));
        } catch (NodeException e) {
          throw new NodeException("“" + path.text() + "”: " + e.getMessage(), e)
              .atProperty("fields[" + i + "].value");
        }
      }
      return edited;
    }

    private @Nullable Object value(JsonObject field) throws NodeException {
      FieldType type = FieldType.ofId(field.get("type"));
      try {
        return type.convert(field.get("value"));
      } catch (NodeException e) {
        if (keepMisfits) {
          return field.get("value");
        }
        throw e;
      }
    }

    private FieldPath path(int index, JsonObject field) throws NodeException {
      if (!(field.get("name") instanceof String name) || name.isEmpty()) {
        throw new NodeException("Field " + (index + 1) + " has no name")
            .atProperty("fields[" + index + "].name");
      }
      if (index == paths.size()) {
        paths.add(make(name));
      } else if (!paths.get(index).text().equals(name)) {
        paths.set(index, make(name));
      }
      return paths.get(index);
    }

    private FieldPath make(String name) {
      return dots ? FieldPath.of(name) : FieldPath.ofName(name);
    }
  }

  /** One object whose fields are all set. */
  record Whole() implements FieldEdits {
    @Override
    public JsonObject apply(JsonObject record, Parameters settings) throws NodeException {
      Object value = settings.value("json");
      if (value instanceof String text) {
        try {
          value = Json.parse(text);
        } catch (JsonException e) {
          throw new NodeException("“json” is " + e.getMessage(), e).atProperty("json");
        }
      }
      if (!(value instanceof JsonObject object)) {
        throw new NodeException("“json” must be an object").atProperty("json");
      }
      return record.withAll(object);
    }
  }
}
