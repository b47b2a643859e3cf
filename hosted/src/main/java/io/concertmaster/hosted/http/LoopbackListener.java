package io.concertmaster.hosted.http;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Serves webhooks, forms and tasks on this machine alone: on the loopback address, to those who
 * name it, and not to pages of other sites.
 */
public final class LoopbackListener implements AutoCloseable {
  private static final String HOST = "127.0.0.1";

  /** More connections wait until others have gone. */
  private static final int CONNECTIONS = 512;

  /** A connection on which nothing moves is closed after this, in milliseconds. */
  private static final long IDLE = 30_000;

  private final Server server;
  private final ServerConnector connector;

  private LoopbackListener(Server server, ServerConnector connector) {
    this.server = server;
    this.connector = connector;
  }

  /**
   * Listens.
   *
   * @param port 0 for any that is free
   * @param hosted are asked one after the other
   * @throws IOException when the port is taken
   */
  public static LoopbackListener open(int port, List<HostedHandler> hosted) throws IOException {
    QueuedThreadPool threads = new QueuedThreadPool(12, 2, 30_000);
    threads.setName("http");
    threads.setDaemon(true);
    threads.setVirtualThreadsExecutor(
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("request ", 1).factory()));
    Server server = new Server(threads);
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setUriCompliance(UriCompliance.RFC3986); // paths are read far more strictly behind this
    http.setRequestHeaderSize(16 * 1024);
    http.setHeaderCacheCaseSensitive(true); // else a secret in other case is taken for the last one
    http.setIdleTimeout(IDLE);
    ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(HOST);
    connector.setPort(port);
    connector.setIdleTimeout(IDLE);
    connector.setShutdownIdleTimeout(200); // clients that keep a connection do not hold up a stop
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(CONNECTIONS, connector));
    server.setStopTimeout(0);
    server.setHandler(new LoopbackGuard(new Handler.Sequence(List.<Handler>copyOf(hosted))));
    try {
      server.start();
    } catch (Exception e) {
      stop(server);
      throw e instanceof IOException io ? io : new IOException(e.getMessage(), e);
    }
    return new LoopbackListener(server, connector);
  }

  /** The port on which it listens. */
  public int port() {
    return connector.getLocalPort();
  }

  /** Where it is reached. */
  public String address() {
    return "http://" + HOST + ":" + port();
  }

  @Override
  public void close() {
    stop(server);
  }

  private static void stop(Server server) {
    try {
      server.stop();
    } catch (TimeoutException e) {
      System.getLogger(LoopbackListener.class.getName())
          .log(System.Logger.Level.DEBUG, "requests under way were cut off by the stop", e);
    } catch (Exception e) {
      System.getLogger(LoopbackListener.class.getName())
          .log(System.Logger.Level.WARNING, "what listened did not stop cleanly", e);
    }
  }
}
