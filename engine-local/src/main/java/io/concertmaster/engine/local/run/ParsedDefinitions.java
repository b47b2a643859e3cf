package io.concertmaster.engine.local.run;

import io.concertmaster.engine.EngineException;
import io.concertmaster.model.Workflow;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Definitions read from their texts, to be looked at. The last few are kept: many runs have the
 * same one, and reading it takes longer than reading what happened in a short run.
 */
final class ParsedDefinitions {
  private static final int KEPT = 32;

  private final Map<String, Workflow> byHash =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Workflow> eldest) {
          return size() > KEPT;
        }
      };

  /**
   * The definition with a hash.
   *
   * @param text asked for where it is not read yet
   * @throws EngineException when the text is none
   */
  Workflow of(String hash, Supplier<String> text) throws EngineException {
    synchronized (byHash) {
      Workflow known = byHash.get(hash);
      if (known != null) {
        return known;
      }
    }
    Workflow parsed = Definition.parse(text.get());
    synchronized (byHash) {
      byHash.put(hash, parsed);
    }
    return parsed;
  }
}
