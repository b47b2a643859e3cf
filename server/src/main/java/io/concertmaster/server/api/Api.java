package io.concertmaster.server.api;

import io.concertmaster.node.NodeCatalog;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.server.account.Accounts;
import io.concertmaster.server.document.Definitions;
import io.concertmaster.server.http.Route;
import io.concertmaster.server.http.RouteTable;
import io.concertmaster.server.library.Deployments;
import io.concertmaster.server.library.Library;
import io.concertmaster.server.project.Projects;
import io.concertmaster.server.secret.Credentials;
import io.concertmaster.server.store.AuditRows;
import io.concertmaster.server.store.RequestKeys;
import io.concertmaster.server.store.ServerStore;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/** The whole table of routes. */
public final class Api {
  private Api() {}

  /**
   * The routes of a server.
   *
   * @param pages routes of pages, which the document of the API leaves out
   * @param ready whether it takes requests
   */
  public static RouteTable routes(
      ServerStore store,
      Projects projects,
      Accounts accounts,
      Credentials credentials,
      NodeCatalog catalog,
      InstantSource clock,
      List<Route> pages,
      BooleanSupplier ready) {
    Definitions definitions = new Definitions(catalog);
    Library library = new Library(store, definitions, credentials, clock);
    Deployments deployments = new Deployments(store, library, definitions, credentials, clock);
    RunStarts starts = new RunStarts(library, new RequestKeys(store), clock);
    AtomicReference<JsonObject> document = new AtomicReference<>(JsonObject.empty());
    List<Route> routes =
        Route.list(
            List.of(
                new SystemRoutes(projects, catalog, ready, document::get, clock).routes(),
                new WorkflowRoutes(projects, library).routes(),
                new DeploymentRoutes(projects, deployments, library, definitions).routes(),
                new RunRoutes(projects, starts, ready).routes(),
                new TaskRoutes(projects, library, clock).routes(),
                new ResponseRoutes(projects, library).routes(),
                new CredentialRoutes(projects, credentials, catalog).routes(),
                new AccountRoutes(accounts, projects).routes(),
                new TokenRoutes(accounts, projects, clock).routes(),
                new AdministrationRoutes(projects, new AuditRows(store)).routes()));
    document.set(OpenApiDocument.of(routes));
    return new RouteTable(Route.list(List.of(routes, pages)));
  }
}
