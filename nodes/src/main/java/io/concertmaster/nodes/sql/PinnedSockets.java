package io.concertmaster.nodes.sql;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/**
 * Sockets that connect to one address, whatever name the PostgreSQL driver tells them. The driver
 * makes it by its name, with the address as its argument, and still checks the certificate of a
 * server by the server's name.
 */
public final class PinnedSockets extends SocketFactory {
  private final InetAddress address;

  /**
   * Sockets to an address.
   *
   * @param literal in figures
   */
  public PinnedSockets(String literal) {
    address = InetAddress.ofLiteral(literal);
  }

  @Override
  public Socket createSocket() {
    return new Pinned(address);
  }

  private static final class Pinned extends Socket {
    private final InetAddress address;

    Pinned(InetAddress address) {
      this.address = address;
    }

    @Override
    public void connect(SocketAddress endpoint) throws IOException {
      connect(endpoint, 0);
    }

    @Override
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
      if (!(endpoint instanceof InetSocketAddress wanted)) {
        throw new IOException("only connections of the internet are made");
      }
      super.connect(new InetSocketAddress(address, wanted.getPort()), timeout);
    }
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return new Socket(address, port);
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    return new Socket(address, port, local, localPort);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return new Socket(address, port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    return new Socket(address, port, local, localPort);
  }
}
