package io.concertmaster.node;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Which machines nodes may connect to. It is for the person who runs the engine to say, never for a
 * workflow file. A node that opens connections by an address of its settings or its items asks here
 * before each of them, after a redirect too.
 */
public interface Network {
  /** Every machine may be called. */
  Network OPEN =
      new Network() {
        @Override
        public boolean isGuarded() {
          return false;
        }

        @Override
        public List<InetAddress> admitted(String host, int port) throws UnknownHostException {
          return List.of(InetAddress.getAllByName(host));
        }
      };

  /**
   * Whether some machines may not be called. Then a node connects to an address that {@link
   * #admitted} gave and to no other: a name that is asked for again may lead elsewhere.
   */
  boolean isGuarded();

  /**
   * The addresses of a host, all of which may be called.
   *
   * @param host a name or an address, an IPv6 address with or without brackets
   * @return at least one
   * @throws NodeException when it may not be called; the message says who could allow it
   * @throws UnknownHostException when there is no such host
   */
  List<InetAddress> admitted(String host, int port) throws NodeException, UnknownHostException;
}
