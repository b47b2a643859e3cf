package io.concertmaster.server.http;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a server listens.
 *
 * @param host name or address of this machine
 * @param port 0 for any that is free
 * @param tls certificate and key; plain HTTP without
 */
public record Address(String host, int port, Optional<Tls> tls) {
  public Address {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("a port is a number from 0 to 65535");
    }
  }

  /**
   * Files in PEM.
   *
   * @param certificate with its chain
   * @param key PKCS #8, not encrypted
   */
  public record Tls(Path certificate, Path key) {}
}
