package io.concertmaster.server.reach;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tells addresses of the public internet from all others, by IANA's registries of special-purpose
 * addresses (RFC 6890 and its updates; checked in November 2026). Of IPv6 only 2000::/3 is public,
 * without what in there is not; an address that carries an IPv4 address is what that is.
 */
final class AddressKinds {
  private static final Map<AddressBlock, String> SPECIAL = new LinkedHashMap<>();

  static {
    special("0.0.0.0/8", "of this machine");
    special("127.0.0.0/8", "of this machine (loopback)");
    special("10.0.0.0/8", "private");
    special("172.16.0.0/12", "private");
    special("192.168.0.0/16", "private");
    special("100.64.0.0/10", "shared by a provider's customers (CGNAT)");
    special("169.254.0.0/16", "link-local, where clouds hand out secrets");
    special("192.0.0.0/24", "reserved for protocols");
    special("192.0.2.0/24", "for documentation");
    special("192.88.99.0/24", "of relays that are no more");
    special("192.31.196.0/24", "of name servers (AS112)");
    special("192.52.193.0/24", "of relays (AMT)");
    special("192.175.48.0/24", "of name servers (AS112)");
    special("198.18.0.0/15", "for measurements");
    special("198.51.100.0/24", "for documentation");
    special("203.0.113.0/24", "for documentation");
    special("224.0.0.0/4", "multicast");
    special("240.0.0.0/4", "reserved");
    special("::/128", "of this machine");
    special("::1/128", "of this machine (loopback)");
    special("fc00::/7", "private (ULA)");
    special("fe80::/10", "link-local");
    special("fec0::/10", "private (site-local)");
    special("ff00::/8", "multicast");
    special("2001::/23", "reserved for protocols and tunnels");
    special("2001:db8::/32", "for documentation");
    special("2002::/16", "of tunnels (6to4)");
    special("2620:4f:8000::/48", "of name servers (AS112)");
    special("3fff::/20", "for documentation");
  }

  private static final AddressBlock PUBLIC_6 = AddressBlock.of("2000::/3");
  private static final AddressBlock NAT64 = AddressBlock.of("64:ff9b::/96");

  private AddressKinds() {}

  private static void special(String block, String kind) {
    SPECIAL.put(AddressBlock.of(block), kind);
  }

  /** What kind of address it is, as in “an address that is …”; empty for a public one. */
  static Optional<String> special(InetAddress address) {
    if (NAT64.holds(address)) {
      return special(carried(address));
    }
    for (Map.Entry<AddressBlock, String> each : SPECIAL.entrySet()) {
      if (each.getKey().holds(address)) {
        return Optional.of(each.getValue());
      }
    }
    return address instanceof Inet4Address || PUBLIC_6.holds(address)
        ? Optional.empty()
        : Optional.of("not of the public internet");
  }

  /** The IPv4 address in the last four bytes. */
  private static InetAddress carried(InetAddress address) {
    try {
      byte[] bytes = address.getAddress();
      return InetAddress.getByAddress(Arrays.copyOfRange(bytes, 12, 16));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }
}
