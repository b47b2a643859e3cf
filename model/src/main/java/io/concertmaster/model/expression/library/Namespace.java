package io.concertmaster.model.expression.library;

import io.concertmaster.model.expression.ExpressionException.Kind;
import io.concertmaster.model.expression.runtime.Conversions.Hint;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.JsFunction;
import io.concertmaster.model.expression.runtime.Primitive;
import io.concertmaster.node.data.JsonObject;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A global with members, such as {@code Math}. */
public sealed class Namespace implements Primitive {
  private final String name;
  private final Map<String, Object> members;

  Namespace(String name, Map<String, Object> members) {
    this.name = name;
    this.members = Map.copyOf(members);
  }

  /** The global's name. */
  public String name() {
    return name;
  }

  /** A member (a function or a number), or null where there is none of that name. */
  public @Nullable Object find(String member) {
    return members.get(member);
  }

  /** The members' names. */
  public Set<String> names() {
    return members.keySet();
  }

  /** A member that must be there. */
  public Object get(String member) {
    Object found = members.get(member);
    if (found == null) {
      throw Failure.raised(
          Kind.UNSUPPORTED, name + "." + member + " is not supported in expressions");
    }
    return found;
  }

  /** A member that must be a function. */
  JsFunction function(String member) {
    if (get(member) instanceof JsFunction function) {
      return function;
    }
    throw Failure.type(name + "." + member + " is not a function");
  }

  @Override
  public Object primitive(Hint hint) {
    return "[object " + name + "]";
  }

  @Override
  public Object data() {
    return JsonObject.empty();
  }

  /** A namespace that can be called too, such as {@code String}. */
  static final class Callable extends Namespace implements JsFunction {
    private final JsFunction call;

    Callable(String name, Map<String, Object> members, JsFunction call) {
      super(name, members);
      this.call = call;
    }

    @Override
    public @Nullable Object call(Frame frame, @Nullable Object[] arguments) {
      return call.call(frame, arguments);
    }
  }
}
