package io.concertmaster.server;

import io.concertmaster.server.http.Address;
import io.concertmaster.server.http.AddressLimits;
import io.concertmaster.server.http.Limits;
import io.concertmaster.server.reach.Outside;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a server is set up.
 *
 * @param home where it keeps everything
 * @param address where it listens
 * @param keyFile the key under which credentials are sealed; where {@link
 *     io.concertmaster.server.secret.KeyFile} looks, where it is not named
 * @param publicAddress where the outside reaches it, such as {@code https://flows.example.com};
 *     what it listens on, where empty
 * @param limits how long requests may take
 * @param outside what workflows may reach besides the public internet and their own folder
 * @param addressLimits what one address of a client may do
 * @param passwordMemory kilobytes of memory that a hash of a password takes, at least 64; {@value
 *     #PASSWORD_MEMORY} unless tests sign in a hundred times
 */
public record ServerOptions(
    Path home,
    Address address,
    Optional<Path> keyFile,
    Optional<String> publicAddress,
    Limits limits,
    Outside outside,
    AddressLimits addressLimits,
    int passwordMemory) {
  /** Kilobytes, with three passes: a third of a second. */
  public static final int PASSWORD_MEMORY = 64 * 1024;

  /** Reached where it listens. */
  public ServerOptions(Path home, Address address, Optional<Path> keyFile, Limits limits) {
    this(
        home,
        address,
        keyFile,
        Optional.empty(),
        limits,
        Outside.NOTHING,
        AddressLimits.DEFAULT,
        PASSWORD_MEMORY);
  }

  /** With the limits by default. */
  public ServerOptions(Path home, Address address, Optional<Path> keyFile) {
    this(home, address, keyFile, Limits.DEFAULT);
  }

  /** The same, with workflows that may reach something else. */
  public ServerOptions reaching(Outside other) {
    return new ServerOptions(
        home, address, keyFile, publicAddress, limits, other, addressLimits, passwordMemory);
  }

  /** The same, with other limits for each address. */
  public ServerOptions limiting(AddressLimits other) {
    return new ServerOptions(
        home, address, keyFile, publicAddress, limits, outside, other, passwordMemory);
  }

  /** The same, with hashes of passwords that take so many kilobytes. */
  public ServerOptions hashingWith(int kilobytes) {
    return new ServerOptions(
        home, address, keyFile, publicAddress, limits, outside, addressLimits, kilobytes);
  }
}
