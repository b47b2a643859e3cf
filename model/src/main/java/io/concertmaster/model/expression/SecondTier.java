package io.concertmaster.model.expression;

import io.concertmaster.model.expression.script.ScriptSource;

/**
 * The evaluator for what {@link Expression} leaves out: the whole of JavaScript, in a process of
 * its own. It stands outside of this module; whoever starts the program hands it in.
 */
@FunctionalInterface
public interface SecondTier {
  /** Makes a parameter ready. Nothing is started by this. */
  Evaluable prepare(ScriptSource source);
}
