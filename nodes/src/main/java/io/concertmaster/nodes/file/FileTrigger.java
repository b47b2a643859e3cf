package io.concertmaster.nodes.file;

import io.concertmaster.node.Defaults;
import io.concertmaster.node.FileChange;
import io.concertmaster.node.FileChange.Kind;
import io.concertmaster.node.Listening;
import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.nodes.trigger.GivenItems;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Begins a run when a file comes into a folder, changes or goes. */
public final class FileTrigger implements NodeType {
  @Override
  public NodeDescriptor descriptor() {
    return FileTriggerFace.DESCRIPTOR;
  }

  @Override
  public String caption(JsonObject parameters) {
    String folder = text(parameters, "folder").replaceAll("[/\\\\]+$", "");
    String last = folder.replaceFirst("^.*[/\\\\]", "");
    String pattern = text(parameters, "pattern");
    return last.isEmpty() ? folder : last + "/" + (pattern.isEmpty() ? "*" : pattern);
  }

  @Override
  public boolean makesSample() {
    return true;
  }

  @Override
  public Optional<Listening> listening(JsonObject parameters, ZoneId zone, Instant since)
      throws NodeException {
    JsonObject settings = Defaults.apply(FileTriggerFace.DESCRIPTOR.properties(), parameters);
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    for (Kind each : Kind.values()) {
      if (Boolean.TRUE.equals(settings.get(word(each)))) {
        kinds.add(each);
      }
    }
    if (kinds.isEmpty()) {
      throw new NodeException(
              "nothing is chosen to wait for: switch on “When a file comes”, “changes” or “goes”")
          .atProperty("created");
    }
    return Optional.of(
        new Listening.Files(
            words(settings, kinds),
            folder(settings),
            fits(settings),
            subfolders(settings),
            kinds,
            seconds(settings, "settled", 0),
            "run".equals(settings.get("existing")),
            seconds(settings, "every", 1),
            FileTrigger::item));
  }

  private static String words(JsonObject settings, Set<Kind> kinds) {
    String what =
        kinds.stream()
            .map(each ->
                switch (each) {
                  case CREATED -> "come";
                  case CHANGED -> "change";
                  case DELETED -> "go";
                })
            .collect(Collectors.joining(", "));
    return "files "
        + text(settings, "pattern")
        + " that "
        + what
        + " in "
        + text(settings, "folder")
        + (subfolders(settings) ? " and its subfolders" : "");
  }

  private static String folder(JsonObject settings) throws NodeException {
    String folder = text(settings, "folder");
    if (folder.isEmpty()) {
      throw new NodeException("no folder is given: choose the one in which files are awaited")
          .atProperty("folder");
    }
    return folder;
  }

  private static boolean subfolders(JsonObject settings) {
    return Boolean.TRUE.equals(settings.get("subfolders"));
  }

  private static Duration seconds(JsonObject settings, String name, long least)
      throws NodeException {
    if (!(settings.get(name) instanceof Number number)
        || number.doubleValue() != number.longValue()
        || number.longValue() < least
        || number.longValue() > 86_400) {
      throw new NodeException(
              "“" + settings.get(name) + "” is no number of seconds from " + least + " to 86400")
          .atProperty(name);
    }
    return Duration.ofSeconds(number.longValue());
  }

  private static String text(JsonObject settings, String name) {
    return settings.get(name) instanceof String text ? text.strip() : "";
  }

  /** Which files count, by their path below the folder. */
  private static Predicate<String> fits(JsonObject settings) throws NodeException {
    String wanted = text(settings, "pattern");
    Predicate<String> fits = matching(wanted.isEmpty() ? "*" : wanted, "pattern");
    String unwanted = text(settings, "leaveOut");
    return unwanted.isEmpty() ? fits : fits.and(matching(unwanted, "leaveOut").negate());
  }

  /** A pattern without a slash is one of names, in whatever folder. */
  private static Predicate<String> matching(String pattern, String property) throws NodeException {
    String slashes = pattern.replace('\\', '/').replaceFirst("^(\\./|/)+", "");
    boolean isPath = slashes.contains("/");
    try {
      Pattern regex =
          Pattern.compile(
              FilePattern.choices(slashes).stream()
                  .map(FilePattern::regex)
                  .collect(Collectors.joining("|")));
      return path ->
          regex.matcher(isPath ? path : path.substring(path.lastIndexOf('/') + 1)).matches();
    } catch (NodeException e) {
      throw e.atProperty(property);
    }
  }

  private static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static JsonObject item(FileChange change) {
    Path file = change.file();
    return JsonObject.builder()
        .put("event", word(change.kind()))
        .put("path", file.toString())
        .put("name", Objects.toString(file.getFileName(), ""))
        .put("folder", Objects.toString(file.getParent(), ""))
        .put("size", change.size())
        .put("modified", change.modified().toString())
        .build();
  }

  @Override
  public NodeResult run(NodeContext context) throws NodeException, InterruptedException {
    if (context.input().isEmpty()) {
      JsonObject sample = newest(context);
      tell(context, sample);
      return GivenItems.orSample(context, sample);
    }
    for (Item item : context.input()) {
      tell(context, item.json());
    }
    return GivenItems.orSample(context, JsonObject.empty());
  }

  /** The run's log says which file it is about. */
  private static void tell(NodeContext context, JsonObject item) {
    if (item.get("event") instanceof String event && item.get("path") instanceof String path) {
      context.log(event + ": " + path);
    }
  }

  /** The item of the newest file that fits. */
  private static JsonObject newest(NodeContext context) throws NodeException, InterruptedException {
    Parameters given = context.parameters();
    JsonObject settings =
        JsonObject.of("folder", given.text("folder"), "pattern", given.text("pattern"))
            .with("leaveOut", given.text("leaveOut"));
    Path folder = context.path(folder(settings));
    Kind kind = given.flag("created") ? Kind.CREATED : Kind.CHANGED;
    Newest newest = new Newest(folder, fits(settings), given.flag("subfolders"), kind);
    try {
      Files.walkFileTree(folder, newest);
    } catch (IOException e) {
      throw FileTrouble.of("look into", folder.toString(), e).atProperty("folder");
    }
    context.checkInterrupted();
    FileChange found = newest.found;
    if (found == null) {
      throw new NodeException(
              "No file in “"
                  + folder
                  + "” fits “"
                  + text(settings, "pattern")
                  + "”: put one there to try the workflow, or run it with a file that you choose")
          .atProperty("pattern");
    }
    return item(found);
  }

  private static final class Newest extends SimpleFileVisitor<Path> {
    private final Path top;
    private final Predicate<String> fits;
    private final boolean subfolders;
    private final Kind kind;
    private @Nullable FileChange found;

    Newest(Path top, Predicate<String> fits, boolean subfolders, Kind kind) {
      this.top = top;
      this.fits = fits;
      this.subfolders = subfolders;
      this.kind = kind;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      if (Thread.currentThread().isInterrupted()) {
        return FileVisitResult.TERMINATE;
      }
      return subfolders || folder.equals(top)
          ? FileVisitResult.CONTINUE
          : FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      Instant modified = attributes.lastModifiedTime().toInstant();
      String below = top.relativize(file).toString().replace('\\', '/');
      if (attributes.isRegularFile()
          && fits.test(below)
          && (found == null || modified.isAfter(found.modified()))) {
        found = new FileChange(kind, file, attributes.size(), modified);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, @Nullable IOException error)
        throws IOException {
      if (file.equals(top) && error != null) {
        throw error;
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
