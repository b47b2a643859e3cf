package io.concertmaster.server.secret;

import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.server.http.HttpProblem;
import io.concertmaster.server.store.CredentialRows;
import io.concertmaster.server.store.CredentialRows.Sealed;
import io.concertmaster.server.store.ServerStore;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The credentials of projects: written by people, read by nodes only. */
public final class Credentials {
  private final CredentialRows rows;
  private final Envelope envelope;
  private final InstantSource clock;

  public Credentials(ServerStore store, Envelope envelope, InstantSource clock) {
    this.rows = new CredentialRows(store);
    this.envelope = envelope;
    this.clock = clock;
  }

  /** What is there, without the values. */
  public List<Sealed> all(String project) {
    return rows.all(project);
  }

  /** The types by name. */
  public Map<String, String> types(String project) {
    return all(project).stream().collect(Collectors.toMap(Sealed::name, Sealed::type));
  }

  /** Those that this key does not open, as {@code project/name}. */
  public List<String> closed() {
    return rows.everywhere().stream()
        .filter(each -> !opens(each))
        .map(each -> each.project() + "/" + each.credential().name())
        .toList();
  }

  private boolean opens(CredentialRows.Placed placed) {
    try {
      var _ = values(placed.project(), placed.credential());
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** Whether there is one of a name. */
  public Optional<Sealed> find(String project, String name) {
    return rows.find(project, name);
  }

  /**
   * Puts a credential in its place.
   *
   * @param values texts by field
   * @throws HttpProblem when somebody else changed it at the same moment
   */
  public void put(String project, String name, String type, JsonObject values, String author)
      throws HttpProblem {
    long version = rows.find(project, name).map(Sealed::version).orElse(0L) + 1;
    byte[] bytes = Json.write(values).getBytes(StandardCharsets.UTF_8);
    Sealed sealed =
        new Sealed(
            name,
            type,
            Json.write(JsonArray.copyOf(values.keySet())),
            version,
            clock.instant(),
            author,
            envelope.seal(bytes, label(project, name, version)));
    if (!rows.put(project, sealed)) {
      throw HttpProblem.conflict(
          "changed", "somebody else changed it at the same moment: try again");
    }
  }

  /** Takes a credential away. */
  public boolean delete(String project, String name) {
    return rows.delete(project, name);
  }

  /**
   * A credential that was opened.
   *
   * @param values texts by field
   */
  public record Opened(String type, JsonObject values) {
    /** Without the values, so that no log gets them. */
    @Override
    public String toString() {
      return type;
    }
  }

  /**
   * Opens a credential, for the node that names it.
   *
   * @throws GeneralSecurityException when it was sealed by another key, or is damaged
   */
  public Optional<Opened> open(String project, String name) throws GeneralSecurityException {
    Optional<Sealed> found = rows.find(project, name);
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(new Opened(found.get().type(), values(project, found.get())));
  }

  private JsonObject values(String project, Sealed sealed) throws GeneralSecurityException {
    byte[] bytes = envelope.open(sealed.sealed(), label(project, sealed.name(), sealed.version()));
    return Json.parseObject(new String(bytes, StandardCharsets.UTF_8));
  }

  private static String label(String project, String name, long version) {
    return "credential/" + project + "/" + name + "/" + version;
  }
}
