package io.concertmaster.model.expression.compile;

import io.concertmaster.model.expression.Undefined;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.syntax.Node;
import java.util.ArrayList;
import java.util.List;

/** Arrow functions. */
final class FunctionCompiler {
  private final Compiler compiler;
  private final PatternCompiler patterns;

  FunctionCompiler(Compiler compiler) {
    this.compiler = compiler;
    this.patterns = new PatternCompiler(compiler);
  }

  Code arrow(Node.Arrow node) {
    if (node.async()) {
      throw Refusal.unsupported("async functions are not supported in expressions", node);
    }
    if (node.body() instanceof Node.Block block && !block.simple()) {
      throw Refusal.unsupported(
          "functions with several statements are not supported in expressions yet", block);
    }
    Variables outer = compiler.variables();
    Variables own = new Variables(outer);
    compiler.variables(own);
    int sizeBefore = compiler.size();
    int positions = node.parameters().size();
    for (int i = 0; i < positions; i++) {
      own.add(node.parameters().get(i) instanceof Node.NamePattern name ? plain(name) : "");
    }
    List<PatternCompiler.Binder> binders = new ArrayList<>();
    for (int i = 0; i < positions; i++) {
      Node.Pattern pattern = node.parameters().get(i);
      if (!(pattern instanceof Node.NamePattern)) {
        binders.add(patterns.parameter(pattern, i, own));
      }
    }
    Code body = body(node.body());
    compiler.variables(outer);
    Closure.Template template =
        new Closure.Template(
            body,
            positions,
            List.copyOf(binders),
            own.slots(),
            compiler.depth() + 4,
            compiler.size() - sizeBefore + 1);
    return (Frame frame) -> new Closure(template, frame.locals());
  }

  private static String plain(Node.NamePattern name) {
    Names.reserved(name.name(), name.start(), name.start() + name.name().length());
    return name.name();
  }

  private Code body(Node body) {
    if (!(body instanceof Node.Block block)) {
      return compiler.compile(body);
    }
    return block.returned() == null
        ? new Code.Constant(Undefined.VALUE)
        : compiler.compile(block.returned());
  }
}
