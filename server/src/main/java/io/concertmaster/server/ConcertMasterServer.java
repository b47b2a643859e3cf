package io.concertmaster.server;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunSummary;
import io.concertmaster.engine.local.CredentialSource;
import io.concertmaster.engine.local.LocalEngine;
import io.concertmaster.engine.local.sqlite.StoreException;
import io.concertmaster.hosted.desk.FormDesk;
import io.concertmaster.hosted.desk.Tickets;
import io.concertmaster.hosted.hook.Hooks;
import io.concertmaster.hosted.hook.RunOutcomes;
import io.concertmaster.hosted.http.HostedHandler;
import io.concertmaster.hosted.upload.Uploads;
import io.concertmaster.model.io.IoReason;
import io.concertmaster.node.NodeCatalog;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.nodes.BuiltInNodes;
import io.concertmaster.server.account.Accounts;
import io.concertmaster.server.account.LocalToken;
import io.concertmaster.server.api.Api;
import io.concertmaster.server.http.Address;
import io.concertmaster.server.http.HostedProjects;
import io.concertmaster.server.http.HttpListener;
import io.concertmaster.server.http.Limits;
import io.concertmaster.server.http.Route;
import io.concertmaster.server.http.RouteTable;
import io.concertmaster.server.inbox.Desks;
import io.concertmaster.server.inbox.InboxRoutes;
import io.concertmaster.server.project.EngineOpener;
import io.concertmaster.server.project.Project;
import io.concertmaster.server.project.Projects;
import io.concertmaster.server.reach.GuardedNetwork;
import io.concertmaster.server.reach.Outside;
import io.concertmaster.server.reach.ProjectFiles;
import io.concertmaster.server.secret.Credentials;
import io.concertmaster.server.secret.Envelope;
import io.concertmaster.server.secret.KeyFile;
import io.concertmaster.server.store.AuditRows;
import io.concertmaster.server.store.CredentialRows;
import io.concertmaster.server.store.RequestKeys;
import io.concertmaster.server.store.ServerStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** A server, from its start to its stop. */
public final class ConcertMasterServer implements AutoCloseable {
  /** What was opened, to be closed the other way round. */
  private final Deque<AutoCloseable> opened = new ArrayDeque<>();

  private final AtomicBoolean ready = new AtomicBoolean();

  /** Callers of webhooks who wait for runs, by project. */
  private final Map<String, RunOutcomes> outcomes = new ConcurrentHashMap<>();

  private Duration grace = Duration.ZERO;
  private final Path home;
  private final Optional<String> publicAddress;
  private @Nullable HttpListener http;
  private @Nullable RouteTable routes;
  private @Nullable Projects projects;

  private ConcertMasterServer(Path home, Optional<String> publicAddress) {
    this.home = home;
    this.publicAddress = publicAddress;
  }

  /**
   * Starts a server: opens the stores of its home, takes up every run that has not ended, listens.
   *
   * @throws ServerException when it cannot, in one line
   */
  public static ConcertMasterServer start(ServerOptions options) throws ServerException {
    ConcertMasterServer server =
        new ConcertMasterServer(options.home().toAbsolutePath(), options.publicAddress());
    try {
      server.open(options);
      return server;
    } catch (StoreException e) {
      server.close();
      throw new ServerException(e.getMessage(), e);
    } catch (ServerException | RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private void open(ServerOptions options) throws ServerException {
    InstantSource clock =
        () -> Instant.now().truncatedTo(ChronoUnit.MILLIS); // as the store keeps it
    NodeCatalog catalog = BuiltInNodes.catalog();
    opened.push(HomeLock.take(home));
    ServerRestore.refuseHalf(home);
    try {
      ServerStore store = ServerStore.open(home);
      opened.push(store);
      Accounts accounts = new Accounts(store, LocalToken.of(home), clock, options.passwordMemory());
      refuseOpenDoor(options.address(), accounts);
      SecretKey key = KeyFile.of(home, options.keyFile(), new CredentialRows(store).hasAny());
      Credentials credentials = new Credentials(store, new Envelope(key), clock);
      tellClosed(credentials.closed());
      Projects projects =
          Projects.open(
              home, store, opener(catalog, this::address, options.outside(), credentials), clock);
      opened.push(projects);
      this.projects = projects;
      grace = options.limits().stop();
      Tickets tickets = Tickets.of(key, clock);
      Desks desks = new Desks(project -> desk(project, tickets, clock));
      opened.push(desks);
      List<Route> pages = new InboxRoutes(projects, desks, accounts, clock).routes();
      RouteTable table =
          Api.routes(store, projects, accounts, credentials, catalog, clock, pages, ready::get);
      routes = table;
      AuditRows audit = new AuditRows(store);
      HostedProjects hosted =
          new HostedProjects(
              Projects.DEFAULT,
              id ->
                  projects
                      .find(id)
                      .map(project ->
                          hosted(project, store, credentials, desks, options.limits(), clock)));
      projects.onClosed(project -> {
        hosted.forget(project.id());
        outcomes.remove(project.id());
        desks.forget(project);
        accounts.forget();
      });
      http =
          HttpListener.open(
              options.address(),
              hosted,
              table,
              accounts,
              (caller, address, project, what, path, status) ->
                  audit.add(
                      new AuditRows.Line(
                          0, clock.instant(), caller.name(), address, project, what, path, status)),
              options.limits(),
              options.addressLimits());
      opened.push(http);
      ready.set(true);
    } catch (FileSystemException e) {
      throw new ServerException(e.getFile() + " cannot be used: " + IoReason.of(e), e);
    } catch (EngineException | IOException e) {
      throw new ServerException(String.valueOf(e.getMessage()), e);
    }
  }

  /** Nodes that need these will fail; whoever starts the server shall not learn it from them. */
  private static void tellClosed(List<String> credentials) {
    if (!credentials.isEmpty()) {
      System.getLogger(ConcertMasterServer.class.getName())
          .log(
              System.Logger.Level.WARNING,
              "these credentials are sealed with another key, or damaged; put their key in its"
                  + " place and start again, or set them anew: "
                  + String.join(", ", credentials));
    }
  }

  /** Where it is reached; the one who set it up may say it otherwise. */
  private String address() {
    HttpListener listener = http;
    return publicAddress.orElseGet(() ->
        listener == null
            ? ""
            : (listener.isSecure() ? "https" : "http") + "://127.0.0.1:" + listener.port());
  }

  /** What everybody may reach: webhooks, forms and tasks of a project. */
  private HostedHandler hosted(
      Project project,
      ServerStore store,
      Credentials credentials,
      Desks desks,
      Limits limits,
      InstantSource clock) {
    RequestKeys keys = new RequestKeys(store);
    RunOutcomes heard = new RunOutcomes(project.engine());
    outcomes.put(project.id(), heard);
    return new HostedHandler(
        Projects.prefix(project.id()),
        new Hooks(
            project.engine(),
            heard,
            name -> opened(credentials, project.id(), name),
            (key, hash) ->
                keys.claim(project.id(), RequestKeys.CALLS, key, hash, clock.instant())
                    != RequestKeys.Claim.OTHER,
            clock),
        desks.desk(project),
        limits.body());
  }

  private static FormDesk desk(Project project, Tickets tickets, InstantSource clock) {
    return new FormDesk(
        project.engine(),
        tickets,
        new Uploads(project.home().resolve("uploads"), tickets::sign, clock),
        Projects.prefix(project.id()),
        clock);
  }

  private static Optional<JsonObject> opened(Credentials credentials, String project, String name) {
    try {
      return credentials.open(project, name).map(Credentials.Opened::values);
    } catch (GeneralSecurityException e) {
      System.getLogger(ConcertMasterServer.class.getName())
          .log(System.Logger.Level.ERROR, "the credential " + name + " cannot be opened", e);
      return Optional.empty();
    }
  }

  /** Without accounts nobody outside of this machine could have a right to be let in. */
  private static void refuseOpenDoor(Address address, Accounts accounts) throws ServerException {
    try {
      if (!InetAddress.getByName(address.host()).isLoopbackAddress() && accounts.isEmpty()) {
        throw new ServerException(
            "the server has no account yet, so it listens on this machine only: start it without"
                + " --bind, add an account, then bind to "
                + address.host()
                + " (docs/server.md, “The first account”)");
      }
    } catch (UnknownHostException e) {
      throw new ServerException("there is no address " + address.host() + " to listen on", e);
    }
  }

  private static EngineOpener opener(
      NodeCatalog catalog, Supplier<String> address, Outside outside, Credentials credentials) {
    return (home, id, live) ->
        LocalEngine.open(
            home,
            catalog,
            LocalEngine.Options.DEFAULT
                .takingUp(true, true)
                .withoutEnvironment()
                .withTriggers()
                .withAddress(() -> {
                  String base = address.get();
                  return base.isEmpty() ? base : base + Projects.prefix(id);
                })
                .within(
                    new GuardedNetwork(outside.grants()),
                    new ProjectFiles(live.path(), outside.folders(), live::holds))
                .withCredentials(name ->
                    credentials
                        .open(id, name)
                        .map(each -> new CredentialSource.Kept(each.type(), each.values())))
                .withWorkflows(live.source()));
  }

  /** The port on which it listens. */
  public int port() {
    return http == null ? 0 : http.port();
  }

  /** Its routes, for those who look through them. */
  public RouteTable routes() {
    if (routes == null) {
      throw new IllegalStateException("the server has not started");
    }
    return routes;
  }

  /**
   * The runs that wait for a word about a step that was cut short, oldest first, by the id of their
   * project; projects without such runs are left out.
   *
   * @throws ServerException when a store cannot be read
   */
  public Map<String, List<RunId>> undecided() throws ServerException {
    Map<String, List<RunId>> undecided = new TreeMap<>();
    try {
      for (Project each : projects == null ? List.<Project>of() : projects.all()) {
        List<RunId> runs =
            each.engine().unfinished().stream()
                .filter(run -> run.status() == RunStatus.UNCERTAIN)
                .map(RunSummary::id)
                .toList();
        if (!runs.isEmpty()) {
          undecided.put(each.id(), runs);
        }
      }
      return undecided;
    } catch (EngineException e) {
      throw new ServerException(String.valueOf(e.getMessage()), e);
    }
  }

  /** Where the token of this machine's owner lies. */
  public Path tokenFile() {
    return LocalToken.file(home);
  }

  /**
   * Takes no more, lets requests and steps under way end within a moment, and closes the stores.
   */
  @Override
  public void close() {
    ready.set(false);
    Thread leaving = Thread.ofVirtual().start(this::leave);
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (Exception e) {
        System.getLogger(ConcertMasterServer.class.getName())
            .log(System.Logger.Level.WARNING, "something did not close cleanly", e);
      }
    }
    leaving.interrupt();
  }

  /** Whoever still waits for a run after half of the time is told to come again. */
  private void leave() {
    try {
      Thread.sleep(grace.dividedBy(2));
      outcomes.values().forEach(RunOutcomes::leave);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // all was closed before
    }
  }
}
