package io.concertmaster.n8n.mapping;

import java.util.List;

/** The mappings of n8n's data nodes. */
final class DataMappings {
  private DataMappings() {}

  static List<NodeMapping> all() {
    return List.of();
  }
}
