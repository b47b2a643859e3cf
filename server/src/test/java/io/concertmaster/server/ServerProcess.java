package io.concertmaster.server;

import io.concertmaster.server.http.Address;
import java.nio.file.Path;
import java.util.Optional;

/** A server in a process of its own, to be killed: prints its port, and serves until then. */
final class ServerProcess {
  private ServerProcess() {}

  /** Serves a home. */
  public static void main(String[] args) throws Exception {
    ConcertMasterServer server =
        ConcertMasterServer.start(
            new ServerOptions(
                Path.of(args[0]), new Address("127.0.0.1", 0, Optional.empty()), Optional.empty()));
    System.out.println(server.port());
    Thread.sleep(Long.MAX_VALUE);
  }
}
