package io.concertmaster.n8n.mapping;

import java.util.List;

/** The mappings of n8n's data nodes. */
final class DataMappings {
  private DataMappings() {}

  static List<NodeMapping> all() {
    return List.of(
        new SplitOutMapping(),
        new AggregateMapping(),
        new LimitMapping(),
        new SortMapping(),
        new RemoveDuplicatesMapping(),
        new SummarizeMapping(),
        new ItemListsMapping(),
        new RenameKeysMapping(),
        new DateTimeMapping(),
        new CryptoMapping(),
        new HtmlMapping(),
        new XmlMapping(),
        new MarkdownMapping());
  }
}
