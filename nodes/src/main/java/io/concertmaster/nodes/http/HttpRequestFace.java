package io.concertmaster.nodes.http;

import io.concertmaster.node.Effect;
import io.concertmaster.node.Family;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.Property;
import java.util.List;
import java.util.stream.Stream;

/** The face of {@link HttpRequestNode}. */
final class HttpRequestFace {
  static final NodeDescriptor DESCRIPTOR = descriptor();

  private HttpRequestFace() {}

  private static NodeDescriptor descriptor() {
    NodeDescriptor.Builder builder =
        NodeDescriptor.of("http.request", "HTTP request")
            .summary("Calls a web address for each item and sends the answer on")
            .family(Family.CONNECT)
            .icon("mdmz-public")
            .effect(Effect.READS)
            .keywords(
                "api",
                "rest",
                "web",
                "url",
                "get",
                "post",
                "download",
                "upload",
                "webhook",
                "curl");
    properties().forEach(builder::property);
    builder.credential(HttpCredentials.SLOT);
    return builder.documentation(HttpGuide.TEXT).build();
  }

  private static List<Property> properties() {
    return Stream.of(
            RequestProperties.address(),
            SignInProperties.all(),
            RequestProperties.body(),
            AnswerProperties.all(),
            ConnectionProperties.pages(),
            ConnectionProperties.all(),
            RequestProperties.key())
        .flatMap(List::stream)
        .toList();
  }
}
