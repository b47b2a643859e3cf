package io.concertmaster.engine.local;

import io.concertmaster.node.Network;
import io.concertmaster.node.Permission;
import java.util.EnumSet;
import java.util.Set;

/**
 * How far the nodes of an engine reach out of it. The person who runs the engine says it, never a
 * workflow file.
 *
 * @param permissions what nodes may do that a person must allow
 * @param network the machines that they may connect to
 * @param files the files that they may read and write
 * @param credentials with which they sign in elsewhere
 */
public record Reach(
    Set<Permission> permissions, Network network, FileRule files, CredentialSource credentials) {
  /** Nothing that a person must allow; every machine and every file; no credentials. */
  public static final Reach DEFAULT =
      new Reach(Set.of(), Network.OPEN, FileRule.ANYWHERE, CredentialSource.NONE);

  public Reach {
    permissions = Set.copyOf(permissions);
  }

  /** With what the environment of this process allows besides. */
  static Reach ofEnvironment() {
    return Boolean.parseBoolean(System.getenv("CONCERTMASTER_ALLOW_COMMANDS"))
        ? DEFAULT.allowing(Permission.COMMANDS)
        : DEFAULT;
  }

  Reach allowing(Permission permission) {
    Set<Permission> more = EnumSet.of(permission);
    more.addAll(permissions);
    return new Reach(more, network, files, credentials);
  }

  Reach within(Network machines, FileRule rule) {
    return new Reach(permissions, machines, rule, credentials);
  }

  Reach signingIn(CredentialSource source) {
    return new Reach(permissions, network, files, source);
  }
}
