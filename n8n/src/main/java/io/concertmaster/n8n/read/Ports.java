package io.concertmaster.n8n.read;

import io.concertmaster.model.OnError;
import io.concertmaster.node.Port;
import java.util.List;

/**
 * Which of our ports stand for n8n's, by position. Ports that carry no items (a model or a tool for
 * an agent) have n8n's name of the kind of connection.
 */
public record Ports(List<String> inputs, List<String> outputs) {
  /** Those of a node that has none. */
  public static final Ports NONE = new Ports(List.of(), List.of());

  public Ports {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  /** The output at which a link begins; empty where the node has none there. */
  public String output(Links.Link link, OnError onError) {
    if (!link.kind().equals(Links.MAIN)) {
      return outputs.contains(link.kind()) ? link.kind() : "";
    }
    List<String> main = outputs.stream().filter(each -> !Links.isAttachment(each)).toList();
    if (link.output() == main.size() && onError == OnError.OUTPUT) {
      return Port.ERROR;
    }
    return link.output() < main.size() ? main.get(link.output()) : "";
  }

  /** The input at which a link ends; empty where the node has none there. */
  public String input(Links.Link link) {
    if (!link.kind().equals(Links.MAIN)) {
      return inputs.contains(link.kind()) ? link.kind() : "";
    }
    List<String> main = inputs.stream().filter(each -> !Links.isAttachment(each)).toList();
    return link.input() < main.size() ? main.get(link.input()) : "";
  }
}
