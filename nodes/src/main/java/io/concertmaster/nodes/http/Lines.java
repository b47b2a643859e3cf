package io.concertmaster.nodes.http;

import io.concertmaster.node.Network;
import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.Parameters;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The ways to servers, as the settings say and the {@link Network} allows.
 *
 * <p>Design note. The JDK's client asks for a name by itself, when it connects: what it is told
 * then may be something else than what was looked at before. So where the network is guarded the
 * client gets the address that was looked at, and the name goes into the header Host and into TLS.
 * That needs {@code jdk.httpclient.allowRestrictedHeaders=host}; without it such a request fails.
 */
final class Lines implements AutoCloseable {
  private static final String NAMING = "jdk.httpclient.allowRestrictedHeaders";

  static {
    // The client reads it once, when it is first used; programs that use it before set it too.
    if (System.getProperty(NAMING) == null) {
      System.setProperty(NAMING, "host");
    }
  }

  private final Network network;
  private final boolean trusting;
  private final SSLContext tls;
  private final Optional<ProxySelector> proxy;
  private final HttpClient common;
  private final Map<String, HttpClient> pinned = new HashMap<>();

  Lines(NodeContext context) throws NodeException {
    network = context.network();
    Parameters settings = context.parameters();
    trusting = settings.flag("anyCertificate");
    tls = Connections.tls(settings);
    proxy = proxy(settings.text("proxy").strip());
    HttpClient.Builder client = Connections.client(tls);
    proxy.ifPresent(client::proxy);
    common = client.build();
  }

  /** Whether any certificate is fine. */
  boolean believeAnybody() {
    return trusting;
  }

  /** Whether the settings name a proxy. */
  boolean haveProxy() {
    return proxy.isPresent();
  }

  /**
   * The way to the server of an address.
   *
   * @throws NodeException when it may not be called, or there is none of that name
   */
  Line to(URI uri) throws NodeException {
    if (!network.isGuarded()) {
      AddressRule.demand(uri, selector());
      return new Line(common, uri, Optional.empty());
    }
    InetAddress admitted = admitted(uri.getHost(), port(uri));
    return isDirect(uri, selector())
        ? pinned(uri, admitted)
        : new Line(common, uri, Optional.empty()); // the proxy asks for the name
  }

  /** Refuses where the client would not let the name go into the header. */
  static void mayNameHosts() throws NodeException {
    try {
      HttpRequest.newBuilder().header("Host", "example.org");
    } catch (IllegalArgumentException e) {
      throw new NodeException(
          "This program may not call guarded addresses as it was started: start its Java with -D"
              + NAMING
              + "=host",
          e);
    }
  }

  private @Nullable ProxySelector selector() {
    return proxy.orElseGet(ProxySelector::getDefault);
  }

  static boolean isDirect(URI uri, @Nullable ProxySelector proxies) {
    return proxies == null
        || proxies.select(uri).stream().allMatch(each -> each.type() == Proxy.Type.DIRECT);
  }

  private InetAddress admitted(String host, int port) throws NodeException {
    try {
      List<InetAddress> all = network.admitted(host, port);
      AddressRule.demand(host, all);
      return all.getFirst();
    } catch (UnknownHostException e) {
      throw AddressRule.noHost(host, e);
    } catch (NodeException e) {
      throw e.atProperty("url");
    }
  }

  static int port(URI uri) {
    return uri.getPort() >= 0 ? uri.getPort() : isSecure(uri) ? 443 : 80;
  }

  private static boolean isSecure(URI uri) {
    return uri.getScheme().equalsIgnoreCase("https");
  }

  private Line pinned(URI uri, InetAddress address) {
    String host = uri.getHost();
    String name = (isSecure(uri) ? bare(host) : "").toLowerCase(Locale.ROOT);
    HttpClient client =
        pinned.computeIfAbsent(
            name,
            each -> {
              SSLContext context = each.isEmpty() ? tls : NamedTls.with(tls, each);
              return Connections.client(context)
                  .version(HttpClient.Version.HTTP_1_1) // the name goes into the header Host
                  .proxy(HttpClient.Builder.NO_PROXY)
                  .build();
            });
    String literal = address.getHostAddress().replaceFirst("%.*", "");
    String authority = literal.indexOf(':') < 0 ? literal : "[" + literal + "]";
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    String path = uri.getRawPath() == null ? "" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    URI to = URI.create(uri.getScheme() + "://" + authority + port + path + query);
    return new Line(client, to, Optional.of(host + port));
  }

  private static String bare(String host) {
    String inner = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    return inner.endsWith(".") ? inner.substring(0, inner.length() - 1) : inner;
  }

  private Optional<ProxySelector> proxy(String text) throws NodeException {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      URI uri = Addresses.parse(text.contains("://") ? text : "http://" + text, List.of());
      int port = uri.getPort() < 0 ? 8080 : uri.getPort();
      if (network.isGuarded()) {
        InetAddress admitted = admitted(uri.getHost(), port);
        return Optional.of(ProxySelector.of(new InetSocketAddress(admitted, port)));
      }
      AddressRule.demand(uri, null);
      return Optional.of(ProxySelector.of(new InetSocketAddress(uri.getHost(), port)));
    } catch (NodeException e) {
      throw new NodeException("The proxy cannot be used: " + e.getMessage(), e).atProperty("proxy");
    }
  }

  @Override
  public void close() {
    List<HttpClient> all = new ArrayList<>(pinned.values());
    all.add(common);
    all.forEach(HttpClient::shutdownNow);
  }
}
