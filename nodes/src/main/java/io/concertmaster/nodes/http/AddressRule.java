package io.concertmaster.nodes.http;

import io.concertmaster.node.NodeException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which machines may be called. Private networks may: this program runs on a person's desk, in the
 * middle of theirs. Where clouds hand out the secrets of their machines may not be called, by
 * whatever name or form: 169.254.0.0/16 (link local: AWS, Azure, Google and others),
 * 100.100.100.200 (Alibaba), fd00:ec2::254 (AWS), fd20:ce::254 (Google), and these four inside IPv6
 * forms that carry an IPv4 address (mapped, compatible, 6to4, NAT64). Every address of a name is
 * looked at, and every redirect.
 */
final class AddressRule {
  private static final List<byte[]> METADATA_6 =
      List.of(
          new byte[] {(byte) 0xfd, 0, 0x0e, (byte) 0xc2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0x54},
          new byte[] {(byte) 0xfd, 0x20, 0, (byte) 0xce, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0x54});

  private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) 0xff, (byte) 0xff};
  private static final byte[] COMPATIBLE = new byte[12];
  private static final byte[] NAT64 = {0, 0x64, (byte) 0xff, (byte) 0x9b, 0, 0, 0, 0, 0, 0, 0, 0};

  private AddressRule() {}

  /**
   * Refuses an address that may not be called, and a host that does not exist.
   *
   * @param proxies those in use; a host behind a proxy is one that only the proxy may know
   */
  static void demand(URI uri, @Nullable ProxySelector proxies) throws NodeException {
    String host = uri.getHost();
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    try {
      demand(host, List.of(InetAddress.getAllByName(bare)));
    } catch (UnknownHostException e) {
      if (Lines.isDirect(uri, proxies)) {
        throw noHost(host, e);
      }
    }
  }

  /** Refuses a host of which an address may not be called. */
  static void demand(String host, List<InetAddress> addresses) throws NodeException {
    if (addresses.stream().anyMatch(AddressRule::isMetadata)) {
      throw new NodeException(
              host + " is an address at which clouds hand out secrets: it is never called")
          .atProperty("url");
    }
  }

  static NodeException noHost(String host, UnknownHostException cause) {
    return new NodeException("There is no host " + host + ": check the URL and the network", cause)
        .atProperty("url")
        .telling(ToldError.noHost(host));
  }

  static boolean isMetadata(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (address instanceof Inet4Address) {
      return isMetadata4(bytes, 0);
    }
    if (!(address instanceof Inet6Address)) {
      return false;
    }
    boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 2;
    return METADATA_6.stream().anyMatch(each -> Arrays.equals(each, bytes))
        || (sixToFour && isMetadata4(bytes, 2))
        || ((begins(bytes, MAPPED) || begins(bytes, COMPATIBLE) || begins(bytes, NAT64))
            && isMetadata4(bytes, 12));
  }

  private static boolean begins(byte[] bytes, byte[] prefix) {
    return Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
  }

  private static boolean isMetadata4(byte[] bytes, int at) {
    int a = bytes[at] & 0xff;
    int b = bytes[at + 1] & 0xff;
    return (a == 169 && b == 254)
        || (a == 100 && b == 100 && bytes[at + 2] == 100 && (bytes[at + 3] & 0xff) == 200);
  }
}
