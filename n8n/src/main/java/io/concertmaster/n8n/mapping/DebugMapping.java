package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.Port;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Optional;

/** {@code debugHelper}: does nothing, fails, or makes random data up. */
final class DebugMapping implements NodeMapping {
  private static final String THEIRS = "n8n-nodes-base.debugHelper";

  @Override
  public List<String> types() {
    return List.of(THEIRS);
  }

  @Override
  public Optional<Mapped> read(ForeignNode node, Findings findings) {
    Fixed.tell(node, findings, "category", "randomDataType", "randomDataSingleArray");
    return switch (node.text("category", "throwError")) {
      case "doNothing" -> Optional.of(Mapped.of("flow.noOp", JsonObject.empty()));
      case "throwError" -> {
        JsonObject settings =
            JsonObject.of("message", node.value("throwErrorMessage", "Node has thrown an error"));
        yield Optional.of(Mapped.of("flow.stop", settings).withOutputs(List.of()));
      }
      case "randomData" -> Optional.of(Mapped.of("data.sample", random(node, findings)));
      default -> {
        findings.leftOut("category", "a node that uses up all memory is not run here: take it out");
        yield Optional.empty();
      }
    };
  }

  private static JsonObject random(ForeignNode node, Findings findings) {
    String kind = node.text("randomDataType", "user");
    JsonObject settings =
        JsonObject.of(
            "kind",
            kind.equals("latLong") || kind.equals("location") ? "coordinates" : kind,
            "count",
            node.value("randomDataCount", 10L));
    String seed = node.text("randomDataSeed", "");
    if (!seed.isEmpty()) {
      findings.approximated("randomDataSeed", "the same seed gives other data here");
      settings = settings.with("seed", seed);
    }
    if (kind.equals("nanoid")) {
      settings = Renaming.copied(node.parameters(), "nanoidAlphabet", settings, "alphabet");
      settings = settings.with("length", node.value("nanoidLength", 16L));
    }
    return node.flag("randomDataSingleArray", false) ? settings.with("together", true) : settings;
  }

  /** Our random data as n8n's. */
  static Written random(JsonObject ours, String kind, Object count, Findings findings) {
    JsonObject written =
        JsonObject.of("category", "randomData", "randomDataType", kind)
            .with("randomDataCount", count);
    if (ours.get("seed") != null) {
      findings.approximated("randomDataSeed", "the same seed gives other data there");
      written = Renaming.copied(ours, "seed", written, "randomDataSeed");
    }
    written = Renaming.copied(ours, "alphabet", written, "nanoidAlphabet");
    written = Renaming.copied(ours, "length", written, "nanoidLength");
    written = Renaming.copied(ours, "together", written, "randomDataSingleArray");
    List<String> main = List.of(Port.MAIN);
    return new Written(THEIRS, 1, written, main, main);
  }
}
