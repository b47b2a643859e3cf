package io.concertmaster.model.expression.compile;

import io.concertmaster.model.expression.Undefined;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.JsFunction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An arrow function with the variables that it sees around it. */
final class Closure implements JsFunction {
  private final Template template;
  private final @Nullable Object[] around;

  Closure(Template template, @Nullable Object[] around) {
    this.template = template;
    this.around = around;
  }

  /**
   * What all functions of one arrow share.
   *
   * @param positions how many parameters there are; they lie in the slots from 1 on
   * @param binders take apart parameters that are patterns
   * @param slots how long the array of variables is
   * @param depth how deep the expression nests
   * @param size how many nodes the body has
   */
  record Template(
      Code body,
      int positions,
      List<PatternCompiler.Binder> binders,
      int slots,
      int depth,
      int size) {}

  private @Nullable Object[] variables() {
    @Nullable Object[] variables = new @Nullable Object[template.slots];
    variables[0] = around;
    return variables;
  }

  @Override
  public @Nullable Object call(Frame frame, @Nullable Object[] arguments) {
    @Nullable Object[] variables = variables();
    int given = Math.min(arguments.length, template.positions);
    System.arraycopy(arguments, 0, variables, 1, given);
    for (int i = given; i < template.positions; i++) {
      variables[i + 1] = Undefined.VALUE;
    }
    return run(frame, variables, arguments);
  }

  @Override
  public @Nullable Object callEach(Frame frame, @Nullable Object element, int index, Object array) {
    if (template.positions != 1 || !template.binders.isEmpty()) {
      return call(frame, new @Nullable Object[] {element, (long) index, array});
    }
    @Nullable Object[] variables = variables();
    variables[1] = element;
    return run(frame, variables, variables);
  }

  private @Nullable Object run(
      Frame frame, @Nullable Object[] variables, @Nullable Object[] arguments) {
    @Nullable Object[] before = frame.enter(variables, template.depth, template.size);
    for (PatternCompiler.Binder binder : template.binders) {
      binder.bind(frame, variables, arguments);
    }
    Object result = template.body.run(frame);
    frame.leave(before, template.depth);
    return result;
  }
}
