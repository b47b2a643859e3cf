package io.concertmaster.server.reach;

import io.concertmaster.node.NodeException;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A host as an address names it, in its one form. Systems read numbers as hosts in many ways:
 * 127.1, 0x7f000001, 017700000001 and 2130706433 all were this machine somewhere. Here an IPv4
 * address is four plain decimal numbers; what else ends in a number is refused, as browsers do
 * (WHATWG URL, “ends in a number”).
 */
final class HostText {
  private static final Pattern NAME = Pattern.compile("[a-z0-9_-]{1,63}(?:\\.[a-z0-9_-]{1,63})*");
  private static final Pattern NUMBER = Pattern.compile("\\d+|0x[0-9a-f]*");
  private static final Pattern PLAIN_4 =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");

  private HostText() {}

  /**
   * The host in small letters, without brackets and without the point of the root.
   *
   * @throws NodeException when it is no plain name and no plain address
   */
  static String plain(String host) throws NodeException {
    boolean brackets = host.startsWith("[") && host.endsWith("]");
    String inner = brackets ? host.substring(1, host.length() - 1) : host;
    String text = inner.toLowerCase(Locale.ROOT);
    if (text.endsWith(".") && !brackets) {
      text = text.substring(0, text.length() - 1);
    }
    boolean fine =
        text.indexOf(':') >= 0
            ? text.matches("[0-9a-f:.]+")
            : endsInNumber(text) ? PLAIN_4.matcher(text).matches() : isName(text);
    if (!fine || (brackets && text.indexOf(':') < 0)) {
      throw new NodeException(
          "“"
              + host
              + "” is no plain name of a host, and no address in its usual form: write it plainly");
    }
    return text;
  }

  private static boolean isName(String text) {
    return text.length() <= 253 && NAME.matcher(text).matches();
  }

  /** Whether the last part is a number, so that somebody might take the whole for an address. */
  static boolean endsInNumber(String text) {
    return NUMBER.matcher(text.substring(text.lastIndexOf('.') + 1)).matches();
  }

  /** The address, where a host in its one form is one. */
  static Optional<InetAddress> address(String plain) throws NodeException {
    if (plain.indexOf(':') < 0 && !endsInNumber(plain)) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.ofLiteral(plain));
    } catch (IllegalArgumentException e) {
      throw new NodeException("“" + plain + "” is no address: correct it", e);
    }
  }
}
