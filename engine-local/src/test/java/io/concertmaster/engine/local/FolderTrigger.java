package io.concertmaster.engine.local;

import io.concertmaster.node.Family;
import io.concertmaster.node.FileChange;
import io.concertmaster.node.Listening;
import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.data.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A trigger that waits for files whose names end with {@code .csv}. */
public final class FolderTrigger implements NodeType {
  private static final NodeDescriptor DESCRIPTOR =
      NodeDescriptor.of("test.folder", "Folder")
          .family(Family.TRIGGERS)
          .inputs()
          .property(Property.of("folder", "Folder", PropertyKind.text()))
          .property(Property.of("kinds", "Kinds", PropertyKind.text()).defaultsTo("created"))
          .property(Property.of("settled", "Milliseconds", PropertyKind.wholeNumber(0, 10_000)))
          .property(Property.of("existing", "Existing", PropertyKind.flag()).defaultsTo(false))
          .property(Property.of("subfolders", "Subfolders", PropertyKind.flag()).defaultsTo(false))
          .build();

  @Override
  public NodeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Optional<Listening> listening(JsonObject parameters, ZoneId zone, Instant since) {
    Set<FileChange.Kind> kinds =
        Arrays.stream(String.valueOf(parameters.getOrDefault("kinds", "created")).split(" ", -1))
            .map(each -> FileChange.Kind.valueOf(each.toUpperCase(Locale.ROOT)))
            .collect(Collectors.toSet());
    return Optional.of(
        new Listening.Files(
            "csv files",
            String.valueOf(parameters.get("folder")),
            path -> path.endsWith(".csv"),
            Boolean.TRUE.equals(parameters.get("subfolders")),
            kinds,
            Duration.ofMillis(
                parameters.get("settled") instanceof Number number ? number.longValue() : 0),
            Boolean.TRUE.equals(parameters.get("existing")),
            Duration.ofMillis(300),
            FolderTrigger::item));
  }

  private static JsonObject item(FileChange change) {
    return JsonObject.of(
            "event",
            change.kind().name().toLowerCase(Locale.ROOT),
            "name",
            change.file().getFileName().toString())
        .with("size", change.size());
  }

  @Override
  public NodeResult run(NodeContext context) throws NodeException, InterruptedException {
    return TestNodes.passOn(context);
  }
}
