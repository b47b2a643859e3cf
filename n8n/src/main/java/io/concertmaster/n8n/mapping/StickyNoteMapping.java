package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Optional;

/** {@code stickyNote}; the importer takes its size from the same settings. */
final class StickyNoteMapping implements NodeMapping {
  private static final String OURS = "note.sticky";
  private static final String THEIRS = "n8n-nodes-base.stickyNote";

  /** Our colours in the order of n8n's numbers 1 to 7. */
  private static final List<String> COLORS =
      List.of("yellow", "orange", "red", "green", "blue", "purple", "gray");

  @Override
  public List<String> types() {
    return List.of(THEIRS);
  }

  @Override
  public Optional<Mapped> read(ForeignNode node, Findings findings) {
    JsonObject settings = JsonObject.of("text", node.text("content", ""));
    if (node.value("color") instanceof Number number
        && number.intValue() > 1
        && number.intValue() <= COLORS.size()) {
      settings = settings.with("color", COLORS.get(number.intValue() - 1));
    } else if (node.value("color") instanceof String) {
      findings.approximated("color", "the note is yellow here: its colour is not one of the seven");
    }
    return Optional.of(Mapped.of(OURS, settings).withInputs(List.of()).withOutputs(List.of()));
  }

  @Override
  public Optional<Written> write(String type, JsonObject parameters, Findings findings) {
    if (!type.equals(OURS)) {
      return Optional.empty();
    }
    Object text = parameters.get("text");
    JsonObject written = JsonObject.of("content", text == null ? "" : text);
    int color = parameters.get("color") instanceof String name ? COLORS.indexOf(name) + 1 : 0;
    return Optional.of(
        new Written(
            THEIRS, 1, color > 1 ? written.with("color", color) : written, List.of(), List.of()));
  }
}
