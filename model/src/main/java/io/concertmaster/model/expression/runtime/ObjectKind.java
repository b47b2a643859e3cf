package io.concertmaster.model.expression.runtime;

import io.concertmaster.model.expression.Undefined;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the objects of one kind can do: their properties and methods by name.
 *
 * @param <T> the objects' type
 */
public final class ObjectKind<T extends ObjectValue> {
  /**
   * Reads a property.
   *
   * @param <T> the receiver's type
   */
  @FunctionalInterface
  public interface Property<T> {
    /** Its value. */
    @Nullable Object of(T self);
  }

  private final String name;
  private final Class<T> type;
  private final Map<String, Property<T>> properties;
  private final Map<String, Method<T>> methods;
  private final Map<String, Method<T>> extensions;

  /**
   * A kind.
   *
   * @param name how {@code typeof}'s big sister would call it: {@code Date}, {@code Map}
   * @param methods JavaScript's or the library's own
   * @param extensions those that n8n adds; they go before a method of the same name
   */
  public ObjectKind(
      String name,
      Class<T> type,
      Map<String, Property<T>> properties,
      Map<String, Method<T>> methods,
      Map<String, Method<T>> extensions) {
    this.name = name;
    this.type = type;
    this.properties = Map.copyOf(properties);
    this.methods = Map.copyOf(methods);
    this.extensions = Map.copyOf(extensions);
  }

  /** The kind's name. */
  public String name() {
    return name;
  }

  /** The names of all methods. */
  public Set<String> methodNames() {
    Set<String> names = new HashSet<>(methods.keySet());
    names.addAll(extensions.keySet());
    return names;
  }

  /** The names of all properties. */
  public Set<String> propertyNames() {
    return properties.keySet();
  }

  /** Whether objects of this kind have a method of their own, not one that n8n adds. */
  public boolean hasMethod(String method) {
    return methods.containsKey(method);
  }

  /** Whether {@link #call} knows a name. */
  public boolean can(String method) {
    return methods.containsKey(method) || extensions.containsKey(method);
  }

  /** A property's value; undefined where there is none of that name. */
  public @Nullable Object property(Frame frame, ObjectValue self, String property) {
    Property<T> found = properties.get(property);
    if (found != null) {
      return found.of(type.cast(self));
    }
    Method<T> method = methods.get(property);
    if (method == null) {
      return Undefined.VALUE;
    }
    JsFunction bound = (at, arguments) -> method.call(at, type.cast(self), arguments);
    return bound;
  }

  /** Calls a method that {@link #can} be called. */
  public @Nullable Object call(
      Frame frame, ObjectValue self, String method, @Nullable Object[] arguments) {
    Method<T> found = extensions.get(method);
    if (found == null) {
      found = methods.get(method);
    }
    if (found == null) {
      throw Failure.type(method + "() is no method of a " + name);
    }
    return found.call(frame, type.cast(self), arguments);
  }
}
