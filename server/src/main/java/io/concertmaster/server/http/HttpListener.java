package io.concertmaster.server.http;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The HTTP server around a table of routes. */
public final class HttpListener implements AutoCloseable {
  /** More connections wait until others have gone. */
  private static final int CONNECTIONS = 4_096;

  private final Server server;
  private final ServerConnector connector;
  private final boolean secure;

  private HttpListener(Server server, ServerConnector connector, boolean secure) {
    this.server = server;
    this.connector = connector;
    this.secure = secure;
  }

  /**
   * Listens.
   *
   * @param hosted is asked first: what everybody may reach
   * @throws IOException when the address is taken, or the certificate cannot be used
   */
  public static HttpListener open(
      Address address,
      HostedProjects hosted,
      RouteTable routes,
      Gate gate,
      Ledger ledger,
      Limits limits,
      AddressLimits addressLimits)
      throws IOException {
    QueuedThreadPool threads = new QueuedThreadPool(32, 4, 30_000);
    threads.setName("http");
    threads.setDaemon(true);
    threads.setVirtualThreadsExecutor(
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("request ", 1).factory()));
    Server server = new Server(threads);
    ServerConnector connector =
        new ServerConnector(server, 1, 2, factories(address, limits, addressLimits));
    connector.setHost(address.host());
    connector.setPort(address.port());
    connector.setIdleTimeout(limits.idle().toMillis());
    connector.setAcceptQueueSize(1_024);
    connector.setShutdownIdleTimeout(500); // clients that keep a connection do not hold up a stop
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(CONNECTIONS, connector));
    server.setStopTimeout(limits.stop().toMillis());
    server.setErrorHandler(new ProblemPages());
    server.setHandler(
        new GracefulHandler(
            new AddressGuard(
                new Handler.Sequence(hosted, new Dispatcher(routes, gate, ledger, limits)),
                addressLimits,
                System::nanoTime)));
    try {
      server.start();
    } catch (Exception e) {
      stop(server);
      throw cannotListen(address, e);
    }
    return new HttpListener(server, connector, address.tls().isPresent());
  }

  private static IOException cannotListen(Address address, Exception e) {
    if (!isHere(address)) {
      return new IOException(
          address.host()
              + " is no address of this machine: choose one that is with --bind, or 0.0.0.0 for"
              + " all of them",
          e);
    }
    if (e instanceof BindException || e.getCause() instanceof BindException) {
      return new IOException(
          "port "
              + address.port()
              + " of "
              + address.host()
              + " cannot be listened on: another program has it, or this account may not. Stop that"
              + " program, or choose another port with --port (0 for any that is free)",
          e);
    }
    return e instanceof IOException io ? io : new IOException(e.getMessage(), e);
  }

  private static boolean isHere(Address address) {
    try {
      InetAddress named = InetAddress.getByName(address.host());
      return named.isAnyLocalAddress()
          || named.isLoopbackAddress()
          || NetworkInterface.getByInetAddress(named) != null;
    } catch (IOException e) {
      return true; // then that is not what is wrong
    }
  }

  private static ConnectionFactory[] factories(
      Address address, Limits limits, AddressLimits addressLimits) throws IOException {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setUriCompliance(UriCompliance.RFC3986); // we refuse far more, and say so our way
    http.setRequestHeaderSize(16 * 1024);
    http.setHeaderCacheCaseSensitive(
        true); // else a token in other case is taken for the one before
    http.setIdleTimeout(limits.idle().toMillis());
    if (!addressLimits.proxies().isEmpty()) {
      http.addCustomizer(new ForwardedFor(addressLimits.proxies()));
    }
    if (address.tls().isEmpty()) {
      return List.of(new HttpConnectionFactory(http)).toArray(ConnectionFactory[]::new);
    }
    http.addCustomizer(new SecureRequestCustomizer(false));
    return new ConnectionFactory[] {
      new SslConnectionFactory(PemFiles.context(address.tls().get()), "http/1.1"),
      new HttpConnectionFactory(http)
    };
  }

  /** The port on which it listens. */
  public int port() {
    return connector.getLocalPort();
  }

  /** Whether it speaks TLS. */
  public boolean isSecure() {
    return secure;
  }

  /** Takes no more, lets requests under way end, and stops. */
  @Override
  public void close() {
    stop(server);
  }

  private static void stop(Server server) {
    try {
      server.stop();
    } catch (TimeoutException e) {
      System.getLogger(HttpListener.class.getName())
          .log(System.Logger.Level.DEBUG, "requests under way were cut off by the stop", e);
    } catch (Exception e) {
      System.getLogger(HttpListener.class.getName())
          .log(System.Logger.Level.WARNING, "the HTTP server did not stop cleanly", e);
    }
  }
}
