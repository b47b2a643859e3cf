package io.concertmaster.model.expression.library;

import io.concertmaster.model.expression.Undefined;
import io.concertmaster.model.expression.runtime.Conversions.Hint;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.JsFunction;
import io.concertmaster.model.expression.runtime.Primitive;
import io.concertmaster.node.data.JsonObject;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A global with members, such as {@code Math}. */
public sealed class Namespace implements Primitive {
  private final String name;
  private final Map<String, Object> members;

  /** A namespace that is neither called nor constructed. */
  public Namespace(String name, Map<String, Object> members) {
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

  /** A member; undefined where there is none of that name. */
  public Object get(String member) {
    Object found = members.get(member);
    return found == null ? Undefined.VALUE : found;
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

  /** A namespace that can be called, such as {@code parseInt}'s home {@code Number}. */
  public static final class Callable extends Namespace implements JsFunction {
    private final @Nullable JsFunction call;
    private final @Nullable JsFunction construct;
    private final Predicate<@Nullable Object> instance;

    /**
     * A constructor.
     *
     * @param call what it does without {@code new}; null where that is a TypeError
     * @param construct what it does with {@code new}; null where that is a TypeError
     * @param instance tells which values are its instances
     */
    public Callable(
        String name,
        Map<String, Object> members,
        @Nullable JsFunction call,
        @Nullable JsFunction construct,
        Predicate<@Nullable Object> instance) {
      super(name, members);
      this.call = call;
      this.construct = construct;
      this.instance = instance;
    }

    /** Whether a value is an instance of this. */
    public boolean hasInstance(@Nullable Object value) {
      return instance.test(value);
    }

    /** {@code new} this. */
    public @Nullable Object construct(Frame frame, @Nullable Object[] arguments) {
      if (construct == null) {
        throw Failure.type(name() + " cannot be used with 'new'");
      }
      return construct.call(frame, arguments);
    }

    @Override
    public @Nullable Object call(Frame frame, @Nullable Object[] arguments) {
      if (call == null) {
        throw Failure.type(name() + " needs 'new'");
      }
      return call.call(frame, arguments);
    }
  }
}
