package io.concertmaster.deploy.n8n;

import io.concertmaster.deploy.DeployException;
import io.concertmaster.deploy.DeployException.Reason;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonException;
import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;

/**
 * Which workflow of ours is which one on an n8n server, as a home remembers it in {@code n8n.json}:
 * by the server's address, ids of ours with ids of n8n's. n8n gives every workflow an id of its own
 * and has no place in which its API would keep one of ours.
 */
public final class KnownWorkflows {
  private static final String FILE = "n8n.json";

  private final Path file;

  /** What a home remembers; the folder need not be there yet. */
  public KnownWorkflows(Path home) {
    this.file = home.resolve(FILE);
  }

  /** n8n's id of a workflow of ours; empty where it was not brought there from here. */
  public Optional<String> find(URI server, String workflow) throws DeployException {
    return read().get(server.toString()) instanceof JsonObject ids
            && ids.get(workflow) instanceof String id
        ? Optional.of(id)
        : Optional.empty();
  }

  /** Our id of a workflow of n8n's; empty where it was not brought there from here. */
  public Optional<String> ours(URI server, String id) throws DeployException {
    return read().get(server.toString()) instanceof JsonObject ids
        ? ids.entrySet().stream()
            .filter(each -> id.equals(each.getValue()))
            .map(Map.Entry::getKey)
            .findFirst()
        : Optional.empty();
  }

  /** Remembers that a workflow of ours is one of n8n's. */
  public void remember(URI server, String workflow, String id) throws DeployException {
    JsonObject all = read();
    JsonObject ids =
        all.get(server.toString()) instanceof JsonObject some ? some : JsonObject.empty();
    if (id.equals(ids.get(workflow))) {
      return;
    }
    String text = Json.writePretty(all.with(server.toString(), ids.with(workflow, id)));
    Path fresh = file.resolveSibling(FILE + ".new");
    try {
      Path home = file.getParent();
      if (home != null) {
        Files.createDirectories(home);
      }
      Files.writeString(fresh, text);
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new DeployException(
          Reason.BAD_FILE,
          file
              + " cannot be written, so that the next deploy will not know that “"
              + workflow
              + "” is "
              + id
              + " there: "
              + e.getMessage(),
          e);
    }
  }

  private JsonObject read() throws DeployException {
    try {
      return Files.exists(file) ? Json.parseObject(Files.readString(file)) : JsonObject.empty();
    } catch (IOException | JsonException e) {
      throw new DeployException(
          Reason.BAD_FILE,
          file
              + ", which says what workflows are called on n8n servers, cannot be read: "
              + e.getMessage()
              + "; mend it or move it away",
          e);
    }
  }
}
