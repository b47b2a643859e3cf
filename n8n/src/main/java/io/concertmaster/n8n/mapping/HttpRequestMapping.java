package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.Port;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Optional;

/** {@code httpRequest}: versions 1 and 2 have other settings than those from 3 on. */
final class HttpRequestMapping implements NodeMapping {
  static final String OURS = "http.request";
  private static final String THEIRS = "n8n-nodes-base.httpRequest";
  private static final double NEWEST = 4.2;

  @Override
  public List<String> types() {
    return List.of(THEIRS);
  }

  @Override
  public Optional<Mapped> read(ForeignNode node, Findings findings) {
    AskedSettings asked = new AskedSettings(node, findings);
    Ours ours = new Ours();
    if (node.version() < 3) {
      new HttpOldReading(asked, ours).read();
    } else {
      new HttpReading(asked, ours).read();
    }
    asked.tellRest();
    return Optional.of(Mapped.of(OURS, ours.settings()));
  }

  @Override
  public Optional<Written> write(String type, JsonObject parameters, Findings findings) {
    if (!type.equals(OURS)) {
      return Optional.empty();
    }
    JsonObject written = new HttpWriting(AskedSettings.ofOurs(parameters, findings)).write();
    return Optional.of(
        new Written(THEIRS, NEWEST, written, List.of(Port.MAIN), List.of(Port.MAIN)));
  }
}
