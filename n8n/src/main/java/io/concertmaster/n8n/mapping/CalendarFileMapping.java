package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.report.Findings;
import java.util.List;
import java.util.Optional;

/** {@code iCal}: a file with one event. */
final class CalendarFileMapping implements NodeMapping {
  @Override
  public List<String> types() {
    return List.of("n8n-nodes-base.iCal");
  }

  @Override
  public Optional<Mapped> read(ForeignNode node, Findings findings) {
    AskedSettings asked = new AskedSettings(node, findings);
    Ours ours = new Ours();
    asked.ignore("operation");
    ours.put("binaryProperty", asked.value("binaryPropertyName", "data"), "data");
    ours.put("item", "empty");
    CalendarEventMapping.read(asked, ours);
    asked.tellRest();
    return Optional.of(Mapped.of(ConvertToFileMapping.OURS, ours.settings()));
  }
}
