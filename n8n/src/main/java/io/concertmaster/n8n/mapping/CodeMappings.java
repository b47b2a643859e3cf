package io.concertmaster.n8n.mapping;

import java.util.List;

/** The mappings of n8n's nodes for scripts. */
final class CodeMappings {
  private CodeMappings() {}

  static List<NodeMapping> all() {
    return List.of(new CodeMapping(), new FunctionMapping(), new FunctionItemMapping());
  }
}
