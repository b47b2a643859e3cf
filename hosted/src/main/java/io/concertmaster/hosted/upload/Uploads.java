package io.concertmaster.hosted.upload;

import io.concertmaster.forms.FileRule;
import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Keeps files that were sent with a page until the form is done.
 *
 * <p>Design note. Bytes lie in a folder of their own under names of 128 random bits, are never
 * served, and go after a day. The page holds {@code {name, type, size, ref}}; {@code ref} is signed
 * over all of that and the visit to which it belongs, so that it can neither be made up nor lead to
 * another's file. When a form is done its files become empty marks: a form that is sent twice must
 * find what it found the first time, and the run of its key is the first one.
 */
public final class Uploads {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration LOOK = Duration.ofMinutes(10);
  private static final String DONE = ".done";

  private final Path folder;
  private final BiFunction<String, String, String> signature;
  private final InstantSource clock;
  private final Quota quota;
  private final Semaphore places;
  private final SecureRandom chance = new SecureRandom();
  private Instant swept = Instant.EPOCH;

  /** A file that is refused: there are enough already. */
  public static final class TooManyException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean passing;

    TooManyException(String message, boolean passing) {
      super(message);
      this.passing = passing;
    }

    /** Whether it helps to wait: the room is short, not the form too large. */
    public boolean isPassing() {
      return passing;
    }
  }

  /**
   * Those in a folder.
   *
   * @param folder is made where it is not there
   * @param signature a text that only this program can make, of a use and a text
   */
  public Uploads(Path folder, BiFunction<String, String, String> signature, InstantSource clock) {
    this(folder, signature, clock, Quota.DEFAULT);
  }

  /** The same, with other bounds. */
  public Uploads(
      Path folder, BiFunction<String, String, String> signature, InstantSource clock, Quota quota) {
    this.folder = folder;
    this.signature = signature;
    this.clock = clock;
    this.quota = quota;
    this.places = new Semaphore(quota.atOnce());
  }

  /**
   * Takes in a request with files, before anything of it is read.
   *
   * @param declared bytes of its body; negative where it does not say
   * @param most that a body may have
   * @throws TooManyException when as many are taken in already, or there is no room
   */
  public Arrival arrive(long declared, long most) throws TooManyException {
    sweep();
    if (!places.tryAcquire()) {
      throw new TooManyException(
          quota.atOnce() + " requests with files are taken in already", true);
    }
    try {
      long free = quota.room() - used();
      if (free <= 0 || (declared <= most && declared > free)) {
        throw new TooManyException("there is no room for files now", true);
      }
      return new Arrival(folder(), Math.min(most, free), places::release);
    } catch (IOException e) {
      places.release();
      throw new UncheckedIOException(e);
    } catch (TooManyException | RuntimeException e) {
      places.release();
      throw e;
    }
  }

  private long used() throws IOException {
    long used = 0;
    for (Path each : files()) {
      used += each.toFile().length(); // 0 where its form was done meanwhile
    }
    return used;
  }

  /** A folder for bodies on their way in; the same in which files are kept. */
  public Path folder() {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Keeps a file. One that is larger than any field takes is told of and not kept.
   *
   * @param visit whose it is: nobody else's reference leads there
   * @return {@code {name, type, size, ref}}
   */
  public synchronized JsonObject keep(String visit, SentFile file) throws TooManyException {
    JsonObject told =
        JsonObject.of("name", file.name(), "type", file.type()).with("size", file.size());
    if (file.size() > FileRule.LARGEST) {
      return told;
    }
    sweep();
    String owner = owner(visit);
    try {
      List<Path> there = files();
      if (there.stream().filter(each -> name(each).startsWith(owner)).count() >= quota.files()) {
        throw new TooManyException("a form takes " + quota.files() + " files at most", false);
      }
      long waiting = there.stream().filter(each -> !name(each).endsWith(DONE)).count();
      if (waiting > quota.waiting() || used() > quota.room()) { // this one is among them already
        throw new TooManyException("there is no room for files now", true);
      }
      byte[] random = new byte[16];
      chance.nextBytes(random);
      String id = owner + HexFormat.of().formatHex(random);
      Files.move(file.bytes(), folder().resolve(id), StandardCopyOption.ATOMIC_MOVE);
      Files.setLastModifiedTime(
          folder.resolve(id), java.nio.file.attribute.FileTime.from(clock.instant()));
      return told.with("ref", id + "-" + sign(visit, id, told));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file of an answer that travelled, where it is what it says; empty where not. */
  public Optional<JsonObject> known(String visit, JsonObject file) {
    return id(visit, file)
        .filter(id -> Files.exists(folder.resolve(id)) || Files.exists(folder.resolve(id + DONE)))
        .map(id -> file);
  }

  /** The bytes of a file that is known; none of one whose form was done before. */
  public byte[] bytes(String visit, JsonObject file) throws IOException {
    Optional<String> id = id(visit, file);
    try {
      return id.isPresent() ? Files.readAllBytes(folder.resolve(id.get())) : new byte[0];
    } catch (NoSuchFileException e) {
      return new byte[0];
    }
  }

  /** The form of a visit is done. */
  public synchronized void done(String visit) {
    try {
      for (Path each : files()) {
        if (name(each).startsWith(owner(visit)) && !name(each).endsWith(DONE)) {
          Files.write(folder.resolve(name(each) + DONE), new byte[0]);
          Files.deleteIfExists(each);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file was taken out of its answer, or another one has its place. */
  public synchronized void forget(String visit, JsonObject file) {
    id(visit, file)
        .ifPresent(id -> {
          try {
            Files.deleteIfExists(folder.resolve(id));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private Optional<String> id(String visit, JsonObject file) {
    if (!(file.get("ref") instanceof String ref) || !ref.matches("[0-9a-f]{48}-[0-9a-f]{32}")) {
      return Optional.empty();
    }
    String id = ref.substring(0, 48);
    byte[] right = sign(visit, id, file).getBytes(StandardCharsets.UTF_8);
    return file.size() == 4
            && MessageDigest.isEqual(right, ref.substring(49).getBytes(StandardCharsets.UTF_8))
        ? Optional.of(id)
        : Optional.empty();
  }

  private String sign(String visit, String id, JsonObject file) {
    return signature.apply(
        "upload",
        String.join(
            "\n",
            visit,
            id,
            String.valueOf(file.get("size")),
            String.valueOf(file.get("type")),
            String.valueOf(file.get("name"))));
  }

  private String owner(String visit) {
    return signature.apply("uploads of", visit).substring(0, 16);
  }

  private List<Path> files() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.toList();
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  /** Takes away what is older than a day; looks every ten minutes at most. */
  public synchronized void sweep() {
    Instant now = clock.instant();
    if (Duration.between(swept, now).compareTo(LOOK) < 0) {
      return;
    }
    swept = now;
    try {
      for (Path each : new ArrayList<>(files())) {
        if (Files.getLastModifiedTime(each).toInstant().isBefore(now.minus(DAY))) {
          Files.deleteIfExists(each);
        }
      }
    } catch (IOException e) {
      System.getLogger(Uploads.class.getName())
          .log(System.Logger.Level.WARNING, "old uploads could not be taken away", e);
    }
  }
}
