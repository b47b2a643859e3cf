package io.concertmaster.server.reach;

import java.net.InetAddress;

/**
 * The addresses that begin with the same bits, such as {@code 10.0.0.0/8}.
 *
 * @param first any address of them
 * @param bits how many bits they share, from 0
 */
public record AddressBlock(InetAddress first, int bits) {
  public AddressBlock {
    if (bits < 0 || bits > first.getAddress().length * 8) {
      throw new IllegalArgumentException("no address has " + bits + " bits to share");
    }
  }

  /**
   * A block as it is written.
   *
   * @param text an address in figures; with a slash and a number of bits, or alone
   * @throws IllegalArgumentException when it is none
   */
  public static AddressBlock of(String text) {
    int slash = text.indexOf('/');
    InetAddress first = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
    int all = first.getAddress().length * 8;
    return new AddressBlock(
        first, slash < 0 ? all : Integer.parseInt(text, slash + 1, text.length(), 10));
  }

  /** Whether an address is one of them; one of the other family never is. */
  public boolean holds(InetAddress address) {
    byte[] mine = first.getAddress();
    byte[] other = address.getAddress();
    if (mine.length != other.length) {
      return false;
    }
    for (int i = 0; i < bits; i++) {
      int mask = 0x80 >> (i % 8);
      if ((mine[i / 8] & mask) != (other[i / 8] & mask)) {
        return false;
      }
    }
    return true;
  }
}
