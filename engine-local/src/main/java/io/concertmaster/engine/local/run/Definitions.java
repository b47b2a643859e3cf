package io.concertmaster.engine.local.run;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.EngineException.Reason;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.check.Checker;
import io.concertmaster.model.check.Problem;
import io.concertmaster.model.expression.ExpressionEvaluator;
import io.concertmaster.node.NodeCatalog;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Definitions made ready to run. The last few are kept: many runs begin with the same one, and
 * checking and compiling it takes longer than running a short line of nodes.
 */
final class Definitions {
  private static final int KEPT = 32;

  private final NodeCatalog catalog;
  private final ExpressionEvaluator evaluator;
  private final Map<String, Definition> byHash =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Definition> eldest) {
          return size() > KEPT;
        }
      };

  Definitions(NodeCatalog catalog, ExpressionEvaluator evaluator) {
    this.catalog = catalog;
    this.evaluator = evaluator;
  }

  /**
   * A definition for a new run.
   *
   * @throws EngineException when it has problems that keep it from running
   */
  Definition checked(Workflow workflow) throws EngineException {
    Optional<Definition> known = same(workflow);
    if (known.isPresent()) {
      return known.get();
    }
    refuseProblems(workflow);
    return keep(Definition.of(workflow, catalog, evaluator));
  }

  /**
   * The definition of a run that began before.
   *
   * @param text asked for where the definition is not ready yet
   * @throws EngineException when it names what is not installed, or an expression is none
   */
  Definition stored(String hash, Supplier<String> text) throws EngineException {
    synchronized (byHash) {
      Definition known = byHash.get(hash);
      if (known != null) {
        return known;
      }
    }
    return keep(Definition.of(text.get(), catalog, evaluator));
  }

  /** The definition that was made of this very object: definitions never change. */
  @SuppressWarnings("ReferenceEquality")
  private Optional<Definition> same(Workflow workflow) {
    synchronized (byHash) {
      return byHash.values().stream().filter(each -> each.workflow() == workflow).findFirst();
    }
  }

  private Definition keep(Definition definition) {
    synchronized (byHash) {
      byHash.put(definition.hash(), definition);
    }
    return definition;
  }

  private void refuseProblems(Workflow workflow) throws EngineException {
    List<Problem> errors =
        new Checker(catalog).check(workflow).stream().filter(Problem::isError).toList();
    if (!errors.isEmpty()) {
      String more = errors.size() == 1 ? "" : " (and " + (errors.size() - 1) + " more problems)";
      throw new EngineException(Reason.INVALID_WORKFLOW, errors.getFirst().line(workflow) + more);
    }
  }
}
