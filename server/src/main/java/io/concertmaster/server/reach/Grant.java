package io.concertmaster.server.reach;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the operator of a server lets its workflows call besides the public internet.
 *
 * @param name a host's name in small letters, or {@code *.example.org} for all names below one
 * @param block addresses, where it is no name
 * @param port the only port; any, where empty
 */
public record Grant(Optional<String> name, Optional<AddressBlock> block, OptionalInt port) {
  private static final Pattern BRACKETS = Pattern.compile("\\[([^\\]]+)](?::(\\d{1,5}))?");
  private static final Pattern PORTED = Pattern.compile("([^:]+)(?::(\\d{1,5}))?");
  private static final Pattern NAME =
      Pattern.compile("(?:\\*\\.)?[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?(?:\\.[a-z0-9_-]+)*");

  public Grant {
    if (name.isPresent() == block.isPresent()) {
      throw new IllegalArgumentException("a grant is for a name or for addresses");
    }
  }

  /**
   * A grant as it is written: {@code erp.internal}, {@code erp.internal:8443}, {@code
   * *.corp.example}, {@code 10.1.0.0/16}, {@code 10.1.2.3:5432}, {@code fd00:1::/32}, {@code
   * [fd00::1]:80}.
   *
   * @throws IllegalArgumentException when it is none; the message says so
   */
  public static Grant of(String written) {
    String text = written.strip().toLowerCase(Locale.ROOT);
    try {
      boolean six = text.indexOf(':') != text.lastIndexOf(':');
      Matcher matcher = (text.startsWith("[") ? BRACKETS : PORTED).matcher(text);
      if (six && !text.startsWith("[")) {
        return new Grant(Optional.empty(), Optional.of(AddressBlock.of(text)), OptionalInt.empty());
      }
      if (!matcher.matches()) {
        throw new IllegalArgumentException("neither a name nor addresses");
      }
      OptionalInt port =
          matcher.group(2) == null ? OptionalInt.empty() : OptionalInt.of(port(matcher.group(2)));
      String host = matcher.group(1);
      if (text.startsWith("[") || HostText.endsInNumber(host.replaceFirst("/.*", ""))) {
        return new Grant(Optional.empty(), Optional.of(AddressBlock.of(host)), port);
      }
      if (!NAME.matcher(host).matches()) {
        throw new IllegalArgumentException("no name of a host");
      }
      return new Grant(Optional.of(host), Optional.empty(), port);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "“"
              + written
              + "” names no host and no addresses: write erp.internal, *.corp.example, 10.1.0.0/16"
              + " or fd00:1::/32, if need be with :PORT",
          e);
    }
  }

  private static int port(String figures) {
    int port = Integer.parseInt(figures);
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("no port");
    }
    return port;
  }

  private boolean isForPort(int wanted) {
    return port.isEmpty() || port.getAsInt() == wanted;
  }

  /** Whether a host may be called by its name, wherever that leads. */
  boolean names(String host, int wanted) {
    return isForPort(wanted)
        && name.filter(
                own -> own.startsWith("*.") ? host.endsWith(own.substring(1)) : host.equals(own))
            .isPresent();
  }

  /** Whether an address may be called. */
  boolean holds(InetAddress address, int wanted) {
    return isForPort(wanted) && block.filter(own -> own.holds(address)).isPresent();
  }
}
