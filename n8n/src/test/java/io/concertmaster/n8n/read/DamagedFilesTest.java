package io.concertmaster.n8n.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.concertmaster.model.Workflow;
import io.concertmaster.model.io.WorkflowFiles;
import io.concertmaster.n8n.WildFiles;
import io.concertmaster.n8n.write.WorkflowExport;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A thousand published workflows in which values were swapped for others, taken out or doubled:
 * none of them keeps the importer or the exporter from doing their work.
 */
class DamagedFilesTest {
  private static final int FILES = 1_000;

  private static final List<Object> ODD =
      List.of(
          true,
          -1L,
          1e300,
          "",
          "={{ $(",
          "main",
          "\u0000\uD800",
          JsonArray.empty(),
          JsonObject.empty(),
          JsonArray.of(JsonArray.of(JsonArray.empty())),
          JsonObject.of("node", 7L));

  private static final int SEED = 20_260_101;
  private final Random random = new Random(SEED);

  @Test
  void noDamageKeepsAFileFromOpening() {
    List<Path> wild = WildFiles.all();
    Set<String> notUnderstood = new TreeSet<>();
    for (int i = 0; i < FILES; i++) {
      JsonObject file = WildFiles.object(wild.get(random.nextInt(wild.size())));
      @Nullable Object damaged = damage(file, 0.02);
      if (damaged instanceof JsonObject object && WorkflowImport.isForeign(object)) {
        check(object, notUnderstood);
      }
    }
    assertThat(notUnderstood).as("mappings that throw").isEmpty();
  }

  private static void check(JsonObject damaged, Set<String> notUnderstood) {
    try {
      Import read = WorkflowImport.read(damaged);
      read.findings().stream()
          .map(finding -> finding.message())
          .filter(message -> message.contains("form that is not understood"))
          .forEach(notUnderstood::add);
      Workflow again = WorkflowFiles.parse(WorkflowFiles.write(read.workflow()));
      WorkflowExport.write(again);
    } catch (Exception e) {
      fail("this file cannot be opened: " + Json.write(damaged), e);
    }
  }

  private @Nullable Object damage(@Nullable Object value, double chance) {
    if (random.nextDouble() < chance && value != null) {
      int kind = random.nextInt(ODD.size() + 2);
      return kind < ODD.size() ? ODD.get(kind) : null;
    }
    return switch (value) {
      case JsonObject object -> {
        JsonObject.Builder damaged = JsonObject.builder();
        object.forEach((name, each) -> {
          if (random.nextDouble() >= chance) {
            damaged.put(name, damage(each, chance));
          }
        });
        yield damaged.build();
      }
      case JsonArray list -> {
        List<@Nullable Object> damaged = new ArrayList<>();
        for (Object each : list) {
          damaged.add(damage(each, chance));
          if (random.nextDouble() < chance) {
            damaged.add(each);
          }
        }
        yield JsonArray.copyOf(damaged);
      }
      case null, default -> value;
    };
  }
}
