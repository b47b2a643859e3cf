package io.concertmaster.n8n.mapping;

import java.util.List;

/** The mappings of n8n's HTTP nodes. */
final class HttpMappings {
  private HttpMappings() {}

  static List<NodeMapping> all() {
    return List.of(
        new HttpRequestMapping(), new GraphqlMapping(), new FeedMapping(), new PostgresMapping());
  }
}
