package io.concertmaster.deploy.environment;

import io.concertmaster.deploy.DeployException;
import io.concertmaster.deploy.DeployException.Reason;
import io.concertmaster.deploy.Remote;
import io.concertmaster.deploy.n8n.N8nServer;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a try of an environment found.
 *
 * @param name who the server says one is; empty where it does not say that, as n8n
 * @param mayDeploy whether the token is good for deploying
 * @param inTheClear whether the token can be read on the way
 */
public record Connection(String name, boolean mayDeploy, boolean inTheClear) {
  /** What the window needs of a server, the newest of it last. */
  private static final List<String> NEEDED =
      List.of("/api/v1/deployments/preview", "/api/v1/runs/{run}/workflow");

  /**
   * Tries an environment: whether it is there, is what it should be, and knows the token.
   *
   * @throws DeployException with what is wrong: its reason tells which of these
   */
  public static Connection to(Environment environment)
      throws DeployException, InterruptedException {
    if (environment.kind() == Environment.Kind.N8N) {
      try (N8nServer server = environment.connectN8n()) {
        server.check();
        return new Connection("", true, server.isInTheClear());
      }
    }
    try (Remote remote = environment.connect()) {
      if (!(remote.getOfServer("/health").get("status") instanceof String)) {
        throw noServer(environment);
      }
      JsonObject document = remote.getOfServer("/api/v1/openapi.json");
      if (!(document.get("paths") instanceof JsonObject paths)) {
        throw noServer(environment);
      }
      if (!paths.keySet().containsAll(NEEDED)) {
        throw new DeployException(
            Reason.OTHER_VERSION,
            environment.address() + " is older than this program needs: bring it up to date");
      }
      JsonObject me = remote.getOfServer("/api/v1/me");
      remote.get("/api/v1/workflows"); // a project that is not there, or not one's own
      boolean deploys =
          me.get("scopes") instanceof JsonArray scopes
              && scopes.contains("deploy")
              && me.get("roles") instanceof JsonObject roles
              && (changes(roles.get("*")) || changes(roles.get(environment.project())));
      return new Connection(
          me.get("name") instanceof String name ? name : "", deploys, remote.isInTheClear());
    } catch (DeployException e) {
      throw e.reason() == Reason.NOT_THERE && !environment.project().equals("default")
          ? new DeployException(
              Reason.NOT_THERE,
              environment.address() + " has no project “" + environment.project() + "”",
              e)
          : e.reason() == Reason.NOT_THERE ? noServer(environment) : e;
    }
  }

  private static boolean changes(@Nullable Object role) {
    return "editor".equals(role) || "admin".equals(role);
  }

  private static DeployException noServer(Environment environment) {
    return new DeployException(
        Reason.NO_SERVER,
        "what answers at " + environment.address() + " is no ConcertMaster server");
  }
}
