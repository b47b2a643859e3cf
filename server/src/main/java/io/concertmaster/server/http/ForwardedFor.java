package io.concertmaster.server.http;

import io.concertmaster.server.reach.AddressBlock;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Makes a request that a trusted proxy hands on one of the client for which it does so.
 *
 * <p>Design note. Each proxy adds the address that spoke to it at the end of {@code
 * X-Forwarded-For}; what stands before may have been written by anybody. So the list is read from
 * its end, and the first address that is no trusted proxy is the client. {@code Forwarded} (RFC
 * 7239) is not read: a proxy that adds to the one passes the other on as the client wrote it.
 */
final class ForwardedFor implements HttpConfiguration.Customizer {
  /** Whom we take for the client when a proxy says something that is no address. */
  private static final InetAddress UNKNOWN = InetAddress.ofLiteral("0.0.0.0");

  private static final String HEADER = "X-Forwarded-For";

  private final List<AddressBlock> proxies;

  ForwardedFor(List<AddressBlock> proxies) {
    this.proxies = List.copyOf(proxies);
  }

  @Override
  public Request customize(Request request, HttpFields.Mutable responseHeaders) {
    ConnectionMetaData line = request.getConnectionMetaData();
    if (!(line.getRemoteSocketAddress() instanceof InetSocketAddress peer)
        || !isProxy(peer.getAddress())) {
      return request;
    }
    InetAddress client = client(peer.getAddress(), request.getHeaders());
    if (client.equals(peer.getAddress())) {
      return request;
    }
    ConnectionMetaData seen =
        new ConnectionMetaData.Wrapper(line) {
          @Override
          public SocketAddress getRemoteSocketAddress() {
            return new InetSocketAddress(client, 0);
          }
        };
    return new Request.Wrapper(request) {
      @Override
      public ConnectionMetaData getConnectionMetaData() {
        return seen;
      }
    };
  }

  /**
   * Who speaks through a proxy.
   *
   * @param headers of the request; without the header it is the proxy itself
   */
  InetAddress client(InetAddress proxy, HttpFields headers) {
    String[] hops = String.join(",", headers.getValuesList(HEADER)).split(",", -1);
    InetAddress client = proxy;
    for (int i = hops.length - 1; i >= 0 && isProxy(client); i--) {
      String hop = hops[i].strip();
      if (!hop.isEmpty()) {
        client = address(hop);
      }
    }
    // Nobody on another machine is this one's owner, whatever a proxy there was told.
    return client.isLoopbackAddress() && !proxy.isLoopbackAddress() ? UNKNOWN : client;
  }

  private boolean isProxy(InetAddress address) {
    return proxies.stream().anyMatch(each -> each.holds(address));
  }

  /** An address as proxies write it: {@code 192.0.2.7}, with a port, {@code [2001:db8::7]:80}. */
  private static InetAddress address(String hop) {
    String bare = hop;
    if (hop.startsWith("[")) {
      bare = hop.substring(1, Math.max(1, hop.indexOf(']')));
    } else if (hop.indexOf(':') > 0 && hop.indexOf(':') == hop.lastIndexOf(':')) {
      bare = hop.substring(0, hop.indexOf(':'));
    }
    try {
      return InetAddress.ofLiteral(bare);
    } catch (IllegalArgumentException e) {
      return UNKNOWN;
    }
  }
}
