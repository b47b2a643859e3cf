package io.concertmaster.nodes.sql;

import io.concertmaster.node.CredentialSlot;
import io.concertmaster.node.CredentialType;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.PropertyKind.Option;
import java.util.List;

/** The credential with which SQL nodes sign in: where the server is belongs to it. */
final class SqlCredentials {
  /** A PostgreSQL server, a database on it, and who signs in. */
  static final CredentialType POSTGRES =
      new CredentialType(
          "postgres",
          "PostgreSQL",
          "A server, a database on it, and who signs in.",
          List.of(
              Property.of("host", "Host", PropertyKind.text())
                  .defaultsTo("localhost")
                  .help("The server's name or address alone."),
              Property.of("port", "Port", PropertyKind.wholeNumber(1, 65_535)).defaultsTo(5432),
              Property.of("databaseName", "Database name", PropertyKind.text())
                  .mandatory()
                  .help("The name of the database on the server."),
              Property.of("user", "User", PropertyKind.text())
                  .mandatory()
                  .help("The account on the server."),
              Property.of("password", "Password", PropertyKind.text()).asSecret(),
              Property.of("ssl", "Encryption", encryption()).defaultsTo("prefer")));

  /** Where SQL nodes name it. */
  static final CredentialSlot SLOT =
      CredentialSlot.of("postgres", "Credential", POSTGRES)
          .mandatory()
          .when("database", SqlCredentials.CHOICE);

  /** The choice of the setting “Database” with which the slot applies. */
  static final String CHOICE = "postgresCredential";

  private SqlCredentials() {}

  static PropertyKind encryption() {
    return PropertyKind.choice(
        new Option("prefer", "When the server can", ""),
        new Option("require", "Always", "Any certificate."),
        new Option("verify-full", "Always, certificate checked", ""),
        new Option("disable", "Never", ""));
  }
}
