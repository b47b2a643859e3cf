package io.concertmaster.server;

import io.concertmaster.server.http.Address;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a server is set up.
 *
 * @param home where it keeps everything
 * @param address where it listens
 * @param keyFile the key under which credentials are sealed; where {@link
 *     io.concertmaster.server.secret.KeyFile} looks, where it is not named
 */
public record ServerOptions(Path home, Address address, Optional<Path> keyFile) {}
