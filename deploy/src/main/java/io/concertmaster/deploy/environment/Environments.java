package io.concertmaster.deploy.environment;

import io.concertmaster.deploy.DeployException;
import io.concertmaster.deploy.DeployException.Reason;
import io.concertmaster.deploy.Trust;
import io.concertmaster.model.io.OwnerFile;
import io.concertmaster.model.io.TextSeal;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonException;
import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The environments of a home folder, which the window and the command line share: {@code
 * environments.json}, with tokens sealed under {@code environments.key}. Both are readable for
 * their owner alone. May be used by several threads and programs.
 */
public final class Environments {
  private static final int FORMAT = 1;

  private final Path file;
  private final TextSeal seal;

  /** Of a home folder; nothing is made before the first environment. */
  public Environments(Path home) {
    this.file = home.resolve("environments.json");
    this.seal = new TextSeal(home.resolve("environments.key"));
  }

  /** Where they lie. */
  public Path file() {
    return file;
  }

  /**
   * All, in the order in which they were added.
   *
   * @throws DeployException when the file cannot be read
   */
  public List<Environment> all() throws DeployException {
    List<Environment> all = new ArrayList<>();
    for (JsonObject each : read()) {
      all.add(environment(each));
    }
    return all;
  }

  /** The one of a name; empty where there is none. */
  public Optional<Environment> find(String name) throws DeployException {
    return all().stream().filter(each -> each.isCalled(name)).findFirst();
  }

  /**
   * Adds an environment, or puts it in the place of another.
   *
   * @param instead name of the one that it replaces; empty for none
   * @throws DeployException when another one is called so, or the file cannot be written
   */
  public void put(Environment environment, Optional<String> instead) throws DeployException {
    for (Environment each : all()) {
      if (each.isCalled(environment.name()) && instead.filter(each::isCalled).isEmpty()) {
        throw new DeployException(
            Reason.REFUSED, "there is an environment “" + each.name() + "” already");
      }
    }
    change(list -> {
      List<JsonObject> changed = new ArrayList<>(list);
      for (int i = 0; i < changed.size(); i++) {
        if (instead.isPresent() && isCalled(changed.get(i), instead.get())) {
          changed.set(i, json(environment, changed.get(i)));
          return changed;
        }
      }
      changed.add(json(environment, JsonObject.empty()));
      return changed;
    });
  }

  /** Takes one away, with its token. Nothing happens where there is none. */
  public void remove(String name) throws DeployException {
    change(list -> list.stream().filter(each -> !isCalled(each, name)).toList());
  }

  private static boolean isCalled(JsonObject json, String name) {
    return json.get("name") instanceof String own && own.equalsIgnoreCase(name.strip());
  }

  private synchronized void change(UnaryOperator<List<JsonObject>> change) throws DeployException {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      try (FileChannel channel =
              FileChannel.open(
                  file.resolveSibling("environments.lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        assert lock.isValid();
        List<JsonObject> changed = change.apply(read());
        JsonObject whole =
            JsonObject.of("format", FORMAT, "environments", JsonArray.copyOf(changed));
        OwnerFile.replace(file, Json.writePretty(whole).getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException | Unsealed e) {
      throw new DeployException(Reason.BAD_FILE, file + " cannot be written: " + e.getMessage(), e);
    }
  }

  private List<JsonObject> read() throws DeployException {
    try {
      JsonObject whole = Json.parseObject(Files.readString(file));
      if (!(whole.get("format") instanceof Long format) || format > FORMAT) {
        throw new DeployException(
            Reason.BAD_FILE, file + " is of a newer version of this program: it is left as it is");
      }
      return whole.get("environments") instanceof JsonArray list
          ? list.stream().filter(JsonObject.class::isInstance).map(JsonObject.class::cast).toList()
          : List.of();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException | JsonException e) {
      throw new DeployException(
          Reason.BAD_FILE,
          file + " cannot be read: " + e.getMessage() + "; mend it, or take it away to begin anew",
          e);
    }
  }

  private Environment environment(JsonObject json) throws DeployException {
    try {
      return new Environment(
          text(json, "name"),
          Environment.address(text(json, "address")),
          kind(text(json, "kind")),
          json.get("project") instanceof String project ? project : "default",
          trust(json.get("trust") instanceof JsonObject trust ? trust : JsonObject.empty()),
          token(json));
    } catch (IllegalArgumentException e) {
      throw new DeployException(
          Reason.BAD_FILE,
          file + ": the environment “" + text(json, "name") + "”: " + e.getMessage(),
          e);
    }
  }

  /** The token; one that cannot be opened any more is none, and stays in the file. */
  private Optional<String> token(JsonObject json) {
    if (!(json.get("token") instanceof String sealed)) {
      return Optional.empty();
    }
    try {
      return Optional.of(seal.open(sealed, text(json, "address")));
    } catch (IOException | GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private JsonObject json(Environment environment, JsonObject before) {
    String address = environment.address().toString();
    JsonObject json =
        before
            .with("name", environment.name())
            .with("address", address)
            .with("kind", environment.kind().name().toLowerCase(Locale.ROOT))
            .with("project", environment.project())
            .with("trust", json(environment.trust()));
    if (environment.token().isEmpty()) {
      return json.without("token");
    }
    try {
      return json.with("token", seal.seal(environment.token().get(), address));
    } catch (IOException e) {
      throw new Unsealed(e);
    }
  }

  private static Environment.Kind kind(String text) {
    return switch (text) {
      case "", "concertmaster" -> Environment.Kind.CONCERTMASTER;
      case "n8n" -> Environment.Kind.N8N;
      default ->
          throw new IllegalArgumentException("it is of a kind that is not known here: " + text);
    };
  }

  private static JsonObject json(Trust trust) {
    return switch (trust) {
      case Trust.OfSystem system -> JsonObject.of("kind", "system");
      case Trust.OfFile file -> JsonObject.of("kind", "file", "file", file.file().toString());
      case Trust.Pinned pinned ->
          JsonObject.of("kind", "certificate", "sha256", pinned.fingerprint());
    };
  }

  private static Trust trust(JsonObject json) {
    return switch (text(json, "kind")) {
      case "", "system" -> new Trust.OfSystem();
      case "file" -> new Trust.OfFile(Path.of(text(json, "file")));
      case "certificate" -> new Trust.Pinned(text(json, "sha256"));
      default -> throw new IllegalArgumentException("it trusts in a way that is not known here");
    };
  }

  private static String text(JsonObject json, String name) {
    return json.get(name) instanceof String text ? text : "";
  }

  /** A token that could not be sealed, on its way out of a change. */
  private static final class Unsealed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Unsealed(IOException cause) {
      super(cause.getMessage(), cause);
    }
  }
}
