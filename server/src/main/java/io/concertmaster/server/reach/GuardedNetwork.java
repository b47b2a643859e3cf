package io.concertmaster.server.reach;

import io.concertmaster.node.Network;
import io.concertmaster.node.NodeException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

/**
 * The network of a server: the public internet, and what its operator granted. Workflows come from
 * people who may not be let into the server's own network, and their addresses from data that
 * strangers send.
 */
public final class GuardedNetwork implements Network {
  private final List<Grant> grants;
  private final Names names;

  /** Asks for the addresses of a name. */
  @FunctionalInterface
  public interface Names {
    /** All addresses of a name, at least one. */
    List<InetAddress> of(String name) throws UnknownHostException;
  }

  /** With the names of the system. */
  public GuardedNetwork(List<Grant> grants) {
    this(grants, name -> List.of(InetAddress.getAllByName(name)));
  }

  /** With other names. */
  public GuardedNetwork(List<Grant> grants, Names names) {
    this.grants = List.copyOf(grants);
    this.names = names;
  }

  @Override
  public boolean isGuarded() {
    return true;
  }

  @Override
  public List<InetAddress> admitted(String host, int port)
      throws NodeException, UnknownHostException {
    String plain = HostText.plain(host);
    Optional<InetAddress> literal = HostText.address(plain);
    boolean named = literal.isEmpty() && grants.stream().anyMatch(each -> each.names(plain, port));
    List<InetAddress> all = literal.isPresent() ? List.of(literal.get()) : names.of(plain);
    for (InetAddress each : all) {
      Optional<String> special = named ? Optional.empty() : AddressKinds.special(each);
      if (special.isPresent() && grants.stream().noneMatch(grant -> grant.holds(each, port))) {
        throw refused(plain, literal.isPresent(), special.get());
      }
    }
    return List.copyOf(all);
  }

  /** Does not tell which address a name has: that may be nobody's business. */
  private static NodeException refused(String host, boolean isAddress, String kind) {
    return new NodeException(
        host
            + (isAddress ? " is an address that is " : " leads to an address that is ")
            + kind
            + ". Workflows on this server call the public internet only; whoever runs it may allow"
            + " more with --allow-net "
            + host);
  }
}
