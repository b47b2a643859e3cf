package io.concertmaster.nodes.http;

import io.concertmaster.node.NodeException;
import io.concertmaster.node.Parameters;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** Makes the client through which requests go, as the settings say. */
final class Connections {
  private static final Duration LONGEST_CONNECT = Duration.ofSeconds(30);

  private Connections() {}

  static HttpClient client(Parameters settings) throws NodeException {
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(LONGEST_CONNECT);
    String proxy = settings.text("proxy").strip();
    if (!proxy.isEmpty()) {
      builder.proxy(proxy(proxy));
    }
    if (settings.flag("anyCertificate")) {
      builder.sslContext(trustingAnybody());
    }
    return builder.build();
  }

  private static ProxySelector proxy(String text) throws NodeException {
    try {
      URI uri = Addresses.parse(text.contains("://") ? text : "http://" + text, List.of());
      AddressRule.demand(uri, null);
      int port = uri.getPort() < 0 ? 8080 : uri.getPort();
      return ProxySelector.of(new InetSocketAddress(uri.getHost(), port));
    } catch (NodeException e) {
      throw new NodeException("The proxy cannot be used: " + e.getMessage(), e).atProperty("proxy");
    }
  }

  private static SSLContext trustingAnybody() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new Anybody()}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has TLS", e);
    }
  }

  /**
   * Believes every certificate, for whatever name. Being an extended manager it takes the place of
   * the check of the host's name as well.
   */
  private static final class Anybody extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
