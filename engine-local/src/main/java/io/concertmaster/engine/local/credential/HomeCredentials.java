package io.concertmaster.engine.local.credential;

import io.concertmaster.engine.local.CredentialSource;
import io.concertmaster.model.edit.Slug;
import io.concertmaster.model.io.OwnerFile;
import io.concertmaster.model.io.TextSeal;
import io.concertmaster.node.CredentialType;
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
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The credentials of a home folder, which the window and the command line share: {@code
 * credentials.json}, with the values of each sealed under {@code credentials.key}. Both are
 * readable for their owner alone. Each is bound to its name and type. May be used by several
 * threads and programs; what another program changed counts from the next question on.
 */
public final class HomeCredentials implements CredentialSource {
  private static final int FORMAT = 1;

  private final Path file;
  private final TextSeal seal;

  /** What may be told of a credential: all but its values. */
  public record Entry(String name, String type, List<String> fields, Instant updated) {
    public Entry {
      fields = List.copyOf(fields);
    }
  }

  /** Of a home folder; nothing is made before the first credential. */
  public HomeCredentials(Path home) {
    this.file = home.resolve("credentials.json");
    this.seal = new TextSeal(home.resolve("credentials.key"));
  }

  /** Where they lie. */
  public Path file() {
    return file;
  }

  /**
   * What is wrong with a name, in one line; empty where one may be called so. The rule is that of
   * the server, so that a workflow can name the same credential in both places.
   */
  public static Optional<String> complaint(String name) {
    return Slug.isSlug(name)
        ? Optional.empty()
        : Optional.of(
            "the name of a credential is made of letters, digits, “-” and “_”, begins with a small"
                + " letter or a digit, and has at most 64 characters");
  }

  /**
   * All, by name.
   *
   * @throws IOException when the file cannot be read; the message says what to do
   */
  public List<Entry> all() throws IOException {
    return read().stream().map(HomeCredentials::entry).toList();
  }

  /** The types by name, for checks; empty where the file cannot be read. */
  public Optional<Map<String, String>> types() {
    try {
      Map<String, String> types = new LinkedHashMap<>();
      all().forEach(each -> types.put(each.name(), each.type()));
      return Optional.of(types);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The one of a name; empty where there is none. */
  public Optional<Entry> find(String name) throws IOException {
    return all().stream().filter(each -> each.name().equals(name)).findFirst();
  }

  @Override
  public Optional<Kept> open(String name) throws GeneralSecurityException, IOException {
    for (JsonObject each : read()) {
      if (text(each, "name").equals(name)) {
        String type = text(each, "type");
        String values = seal.open(text(each, "sealed"), label(name, type));
        return Optional.of(new Kept(type, Json.parseObject(values)));
      }
    }
    return Optional.empty();
  }

  /**
   * Puts a credential in its place.
   *
   * @param values texts by field; all of them, also those that stay
   * @throws IllegalArgumentException with a sentence for people, when name or values cannot be so
   * @throws IOException when it cannot be written
   */
  public void put(String name, CredentialType type, JsonObject values, Instant now)
      throws IOException {
    complaint(name)
        .or(() -> type.complaint(values))
        .ifPresent(wrong -> {
          throw new IllegalArgumentException(wrong);
        });
    JsonObject entry =
        JsonObject.of("name", name, "type", type.name())
            .with("fields", JsonArray.copyOf(values.keySet()))
            .with("updated", now.toString())
            .with("sealed", seal.seal(Json.write(values), label(name, type.name())));
    change(list -> {
      List<JsonObject> changed =
          new ArrayList<>(list.stream().filter(each -> !isCalled(each, name)).toList());
      changed.add(entry);
      changed.sort((a, b) -> text(a, "name").compareTo(text(b, "name")));
      return changed;
    });
  }

  /**
   * Takes a credential away.
   *
   * @return false where there was none
   */
  public boolean remove(String name) throws IOException {
    boolean there = find(name).isPresent();
    if (there) {
      change(list -> list.stream().filter(each -> !isCalled(each, name)).toList());
    }
    return there;
  }

  private static boolean isCalled(JsonObject entry, String name) {
    return text(entry, "name").equals(name);
  }

  private synchronized void change(UnaryOperator<List<JsonObject>> change) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    try (FileChannel channel =
            FileChannel.open(
                file.resolveSibling("credentials.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      assert lock.isValid();
      JsonObject whole =
          JsonObject.of("format", FORMAT, "credentials", JsonArray.copyOf(change.apply(read())));
      OwnerFile.replace(file, Json.writePretty(whole).getBytes(StandardCharsets.UTF_8));
    }
  }

  /** What is in the file; a file of another form is left as it is. */
  private List<JsonObject> read() throws IOException {
    try {
      JsonObject whole = Json.parseObject(Files.readString(file));
      if (!(whole.get("format") instanceof Long format) || format > FORMAT) {
        throw new IOException(file + " is of a newer version of this program: it is left as it is");
      }
      return whole.get("credentials") instanceof JsonArray list
          ? list.stream().filter(JsonObject.class::isInstance).map(JsonObject.class::cast).toList()
          : List.of();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (JsonException e) {
      throw new IOException(
          file + " cannot be read: mend it, or take it away to begin anew (" + e.getMessage() + ")",
          e);
    }
  }

  private static Entry entry(JsonObject json) {
    List<String> fields = new ArrayList<>();
    if (json.get("fields") instanceof JsonArray list) {
      list.forEach(each -> fields.add(String.valueOf(each)));
    }
    return new Entry(text(json, "name"), text(json, "type"), fields, updated(json));
  }

  private static Instant updated(JsonObject json) {
    try {
      return Instant.parse(text(json, "updated"));
    } catch (DateTimeParseException e) {
      return Instant.EPOCH;
    }
  }

  private static String text(JsonObject json, String name) {
    return json.get(name) instanceof String text ? text : "";
  }

  private static String label(String name, String type) {
    return "credential/" + name + "/" + type;
  }
}
