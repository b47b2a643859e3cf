package io.concertmaster.nodes.http;

import io.concertmaster.node.Effect;
import io.concertmaster.node.Family;
import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a feed of news: RSS or Atom. */
public final class FeedRead implements NodeType {
  private static final long LARGEST = 50L << 20;

  private static final NodeDescriptor DESCRIPTOR =
      NodeDescriptor.of("http.feed", "Read feed")
          .summary("Reads the entries of an RSS or Atom feed")
          .family(Family.CONNECT)
          .icon("mdomz-rss_feed")
          .effect(Effect.READS)
          .keywords("rss", "atom", "news", "blog", "podcast", "syndication")
          .property(
              Property.of("url", "URL", PropertyKind.text("https://example.org/feed.xml"))
                  .help("Of the feed itself, not of the page that it belongs to.")
                  .mandatory())
          .property(
              Property.of("once", "Once for all items", PropertyKind.flag())
                  .help("Reads the feed of the first item only.")
                  .defaultsTo(false)
                  .literalOnly())
          .property(
              Property.of("fields", "Further fields", PropertyKind.text("media:rating, source"))
                  .help("Other elements of an entry, by their names, with commas."))
          .property(
              Property.of(
                      "timeout",
                      "Timeout in seconds",
                      new PropertyKind.Numeric(false, 0.001, 86_400))
                  .defaultsTo(60))
          .property(
              Property.of("proxy", "Proxy", PropertyKind.text("http://proxy.example.org:3128"))
                  .help("Empty for the one of this machine."))
          .property(
              Property.of("anyCertificate", "Any certificate is fine", PropertyKind.flag())
                  .help("Dangerous: whoever is on the way can read and change everything.")
                  .defaultsTo(false)
                  .literalOnly())
          .documentation(
              """
              Reads a feed, RSS or Atom, and sends an item for each entry, in the feed's order. An \
              item has what the entry has of:

              | field | what |
              | --- | --- |
              | `title`, `link` | what it is called, and where it is |
              | `pubDate`, `isoDate` | when it was published, as written and as ISO text |
              | `creator`, `author` | who wrote it |
              | `content`, `contentSnippet` | its text, with and without markup |
              | `content:encoded`, `content:encodedSnippet` | the same of RSS's longer text |
              | `summary`, `comments`, `enclosure` | the short text, where people talk, a file |
              | `guid` or `id`, `categories` | what tells entries apart, and their subjects |

              Feeds that are not quite XML are read as well as they can be. The same addresses as \
              with *HTTP request* are never called. A feed may have 50 MB.
              """)
          .build();

  @Override
  public NodeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public NodeResult run(NodeContext context) throws NodeException, InterruptedException {
    boolean once = context.parameters().flag("once");
    try (Sender sender = new Sender(context)) {
      long position = 0;
      for (Item item : context.input()) {
        try {
          read(context, sender, context.parameters(item, position), position);
        } catch (NodeException e) {
          context.reject(item, position, e);
        }
        if (once) {
          break;
        }
        position++;
      }
    }
    return NodeResult.done();
  }

  private static void read(NodeContext context, Sender sender, Parameters settings, long position)
      throws NodeException, InterruptedException {
    Call call =
        new Call(
            "GET",
            Addresses.parse(settings.requiredText("url").strip(), List.of()),
            List.of(
                Map.entry("User-Agent", "ConcertMaster"),
                Map.entry(
                    "Accept", "application/rss+xml, application/atom+xml, application/xml, */*")),
            BodyPublishers.noBody(),
            Duration.ofMillis(Math.max(1, Math.round(settings.number("timeout") * 1000))),
            LARGEST,
            5,
            Optional.empty());
    try (Answer answer = sender.send(call)) {
      if (answer.status() >= 400) {
        throw new NodeException(
                call.shownUri() + " answered " + answer.status() + ": check the feed's URL")
            .atProperty("url");
      }
      for (JsonObject entry : FeedEntries.of(answer, settings.texts("fields"))) {
        context.output().add(Item.of(entry).pairedTo(position, 0));
      }
    } catch (IOException e) {
      throw new NodeException("The feed " + call.shownUri() + " cannot be read: " + e, e);
    }
  }
}
