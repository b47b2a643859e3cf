package io.concertmaster.server.store;

import io.concertmaster.server.access.Role;
import java.time.Instant;
import java.util.Map;

/**
 * Somebody who may sign in.
 *
 * @param password as the store keeps it, never the password itself
 * @param roles by project; {@code *} stands for all
 */
public record Account(
    String name, String password, boolean disabled, Instant created, Map<String, Role> roles) {
  public Account {
    roles = Map.copyOf(roles);
  }
}
