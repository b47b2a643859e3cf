package io.concertmaster.nodes.http;

import io.concertmaster.node.EachItem;
import io.concertmaster.node.Effect;
import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Calls a web address for each item. */
public final class HttpRequestNode implements NodeType {
  @Override
  public NodeDescriptor descriptor() {
    return HttpRequestFace.DESCRIPTOR;
  }

  @Override
  public Effect effect(JsonObject parameters) {
    return RepeatedCall.effect(parameters);
  }

  @Override
  public String caption(JsonObject parameters) {
    Object method = parameters.get("method");
    String verb = method == null ? "GET" : method.toString();
    if (verb.startsWith("=")) {
      return "";
    }
    return parameters.get("url") instanceof String url ? (verb + " " + host(url)).strip() : verb;
  }

  private static String host(String url) {
    try {
      String host = url.startsWith("=") ? null : new URI(url).getHost();
      return host == null ? "" : host;
    } catch (URISyntaxException e) {
      return "";
    }
  }

  @Override
  public NodeResult run(NodeContext context) throws NodeException, InterruptedException {
    try (Sender sender = new Sender(context)) {
      Parameters common = context.parameters();
      long batch = common.wholeNumber("batchSize");
      double pause = batch > 0 ? common.number("batchPause") : 0;
      EachItem.stepByStep(
          context,
          (item, position) -> {
            if (batch > 0 && position > 0 && position % batch == 0) {
              Pace.pause(context, pause);
            }
            call(context, sender, item, position);
          });
    }
    return NodeResult.done();
  }

  private static void call(NodeContext context, Sender sender, Item item, long position)
      throws NodeException, InterruptedException {
    Pages pages = new Pages(context.parameters(item, position));
    while (pages.more()) {
      Parameters settings = pages.next();
      if (pages.another()) {
        Pace.pause(context, settings.number("pagePause"));
      }
      page(context, sender, new Page(pages, settings), item, position);
    }
  }

  /** One request with its settings. */
  private record Page(Pages pages, Parameters settings) {}

  private static void page(NodeContext context, Sender sender, Page page, Item item, long position)
      throws NodeException, InterruptedException {
    Parameters settings = page.settings();
    Secrets secrets = new Secrets();
    String key = page.pages().key(context.idempotencyKey() + "/" + position);
    try {
      Call call = Calls.of(context, settings, item, key, secrets);
      sender.demandAllowed(call, settings);
      Optional<Call> abroad = page.pages().abroad(call);
      call = abroad.isPresent() ? abroad.get() : sender.signedIn(call, settings, secrets);
      try (Answer answer = sender.send(call)) {
        boolean end = page.pages().endsWith(answer);
        if (!end) {
          Answers.demandGoodStatus(settings, call, answer, secrets);
        }
        if (!end || answer.status() < 400) {
          Answers.sendOn(context, settings, answer, item, position);
        }
        page.pages().took(call, answer);
      }
    } catch (NodeException e) {
      throw secrets.blackOut(e);
    }
  }
}
