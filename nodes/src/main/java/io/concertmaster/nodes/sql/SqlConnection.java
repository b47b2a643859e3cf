package io.concertmaster.nodes.sql;

import io.concertmaster.node.Network;
import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.PropertyKind.Option;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/**
 * The connection fields that all SQL nodes share, and what they open.
 *
 * <p>Design note. There is no field for a JDBC URL, and no text of a setting becomes part of one
 * unescaped: options in URLs have been ways into the machine (NiFi CVE-2023-34468, sqlite-jdbc
 * CVE-2023-32697, Kestra CVE-2026-38428). The two drivers are the two that are built in.
 */
final class SqlConnection {
  private static final int BUSY_MILLIS = 10_000;
  private static final int CONNECT_SECONDS = 15;

  private static final Pattern HOST =
      Pattern.compile("[\\p{L}\\p{N}_.-]{1,253}|\\[?[0-9A-Fa-f:.]{2,45}]?");

  private SqlConnection() {}

  /** What a node does with the database. */
  enum Use {
    /** Looks only; the database refuses changes. */
    READ,
    /** Changes what is there. */
    CHANGE,
    /** Changes, and makes an SQLite file that is missing. */
    CREATE
  }

  /** The fields, in the order of the inspector. */
  static List<Property> properties() {
    return List.of(
        Property.of(
                "database",
                "Database",
                PropertyKind.choice(
                    new Option("sqlite", "SQLite", "A file on this machine."),
                    new Option("postgresql", "PostgreSQL", "A server."),
                    new Option(
                        SqlCredentials.CHOICE,
                        "PostgreSQL by a credential",
                        "Address and password are kept apart from the workflow.")))
            .defaultsTo("sqlite")
            .literalOnly(),
        Property.of("file", "File", new PropertyKind.Path(PropertyKind.Target.NEW_FILE))
            .help("Relative paths start at the workflow's folder.")
            .mandatory()
            .when("database", "sqlite"),
        Property.of("host", "Host", PropertyKind.text())
            .defaultsTo("localhost")
            .when("database", "postgresql"),
        Property.of("port", "Port", PropertyKind.wholeNumber(1, 65_535))
            .defaultsTo(5432)
            .when("database", "postgresql"),
        Property.of("databaseName", "Database name", PropertyKind.text())
            .help("The name of the database on the server.")
            .mandatory()
            .when("database", "postgresql"),
        Property.of("user", "User", PropertyKind.text())
            .help("The account on the server.")
            .mandatory()
            .when("database", "postgresql"),
        Property.of("password", "Password", PropertyKind.text("={{ $env.DB_PASSWORD }}"))
            .asSecret()
            .when("database", "postgresql"),
        Property.of("ssl", "Encryption", SqlCredentials.encryption())
            .defaultsTo("prefer")
            .when("database", "postgresql"));
  }

  /** Adds the fields to a descriptor. */
  static NodeDescriptor.Builder addTo(NodeDescriptor.Builder descriptor) {
    properties().forEach(descriptor::property);
    return descriptor.credential(SqlCredentials.SLOT);
  }

  /** Opens the connection that the settings describe, with a transaction begun at first use. */
  static Database open(NodeContext context, Parameters settings, Use use) throws NodeException {
    Database database =
        switch (settings.text("database")) {
          case "postgresql" -> openPostgresql(context, settings);
          case SqlCredentials.CHOICE ->
              openPostgresql(
                  context, context.requiredCredential(SqlCredentials.SLOT.name()).values());
          default -> openSqlite(context, settings, use);
        };
    try {
      if (use == Use.READ && database.dialect() == Dialect.POSTGRESQL) {
        database.connection().setReadOnly(true);
      }
      database.connection().setAutoCommit(false);
      return database;
    } catch (SQLException e) {
      database.close();
      throw SqlTrouble.of("Cannot use the database", e);
    }
  }

  private static Database openSqlite(NodeContext context, Parameters settings, Use use)
      throws NodeException {
    String wanted = settings.requiredText("file");
    Path file = (use == Use.READ ? context.path(wanted) : context.target(wanted)).toAbsolutePath();
    if (file.toString().indexOf('?') >= 0) {
      throw new NodeException("A database file's path must not contain “?”").atProperty("file");
    }
    if (Files.isDirectory(file)) {
      throw new NodeException("“" + wanted + "” is a folder: name a file in it").atProperty("file");
    }
    if (!Files.exists(file)) {
      prepare(file, use);
    }
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_MILLIS);
    config.enforceForeignKeys(true);
    config.enableLoadExtension(false);
    if (context.isConfined()) {
      config.setPragma(SQLiteConfig.Pragma.LIMIT_ATTACHED, "0"); // ATTACH would open other files
    }
    if (use == Use.READ) {
      config.setReadOnly(true);
    } else {
      config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    }
    if (use != Use.CREATE) {
      config.resetOpenMode(SQLiteOpenMode.CREATE);
    }
    try {
      Connection connection = config.createConnection("jdbc:sqlite:" + file);
      try (Statement statement = connection.createStatement()) {
        // A file from elsewhere may hold views and triggers: they get no dangerous functions.
        statement.execute("PRAGMA trusted_schema = OFF");
      }
      return new Database(connection, Dialect.SQLITE);
    } catch (SQLException e) {
      throw SqlTrouble.of("Cannot open the database file " + file, e).atProperty("file");
    }
  }

  private static void prepare(Path file, Use use) throws NodeException {
    if (use != Use.CREATE) {
      throw new NodeException("There is no database file " + file + ": correct the path")
          .atProperty("file");
    }
    try {
      Path folder = file.getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
    } catch (IOException e) {
      throw new NodeException("Cannot create the folder of " + file, e).atProperty("file");
    }
  }

  private static Database openPostgresql(NodeContext context, Parameters settings)
      throws NodeException {
    String host = host(settings);
    int port = Math.toIntExact(settings.wholeNumber("port"));
    String name = settings.requiredText("databaseName");
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {host});
    pin(source, context.network(), host, port);
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName(name);
    source.setUser(settings.requiredText("user"));
    source.setPassword(settings.text("password"));
    source.setSslMode(settings.text("ssl"));
    source.setConnectTimeout(CONNECT_SECONDS);
    source.setApplicationName("ConcertMaster");
    // Text without a type, so that it fits date, uuid and jsonb columns as in a literal.
    source.setStringType("unspecified");
    try {
      Connection connection = source.getConnection();
      return new Database(connection, Dialect.POSTGRESQL);
    } catch (SQLException e) {
      throw SqlTrouble.of("Cannot connect to PostgreSQL at " + host + ":" + port + "/" + name, e);
    }
  }

  /**
   * The host of the settings. The driver builds a URL of it, in which what follows a host would be
   * options: so it is a plain name or address.
   */
  private static String host(Parameters settings) throws NodeException {
    String host = settings.requiredText("host").strip();
    if (!HOST.matcher(host).matches()) {
      throw new NodeException("“" + host + "” is no host: give its name or its address alone")
          .atProperty("host");
    }
    return host;
  }

  /** Where not every machine may be called: connects to the address that was looked at. */
  private static void pin(PGSimpleDataSource source, Network network, String host, int port)
      throws NodeException {
    if (!network.isGuarded()) {
      return;
    }
    try {
      InetAddress address = network.admitted(host, port).getFirst();
      source.setSocketFactory(PinnedSockets.class.getName());
      source.setSocketFactoryArg(address.getHostAddress());
    } catch (UnknownHostException e) {
      throw new NodeException("There is no host " + host + ": correct it", e).atProperty("host");
    } catch (NodeException e) {
      throw e.atProperty("host");
    }
  }
}
