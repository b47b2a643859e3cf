package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.Port;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Optional;

/** {@code rssFeedRead}: the entries of a feed. Version 1 reads the first item's feed only. */
final class FeedMapping implements NodeMapping {
  private static final String OURS = "http.feed";
  private static final String THEIRS = "n8n-nodes-base.rssFeedRead";
  private static final double NEWEST = 1.2;

  @Override
  public List<String> types() {
    return List.of(THEIRS);
  }

  @Override
  public Optional<Mapped> read(ForeignNode node, Findings findings) {
    AskedSettings asked = new AskedSettings(node, findings);
    Ours ours =
        new Ours()
            .put("url", asked.value("url", ""))
            .put("once", asked.version() < 1.1, false)
            .put("fields", asked.value("options.customFields"), "")
            .put("anyCertificate", asked.flag("options.ignoreSSL", false), false);
    asked.tellRest();
    return Optional.of(Mapped.of(OURS, ours.settings()));
  }

  @Override
  public Optional<Written> write(String type, JsonObject parameters, Findings findings) {
    if (!type.equals(OURS)) {
      return Optional.empty();
    }
    AskedSettings ours = AskedSettings.ofOurs(parameters, findings);
    Ours options =
        new Ours()
            .put("customFields", ours.value("fields"), "")
            .put("ignoreSSL", ours.value("anyCertificate"), false);
    boolean once = ours.flag("once", false);
    for (String name : List.of("timeout", "proxy")) {
      if (ours.value(name) != null) {
        findings.leftOut(name, "n8n has no such setting");
      }
    }
    JsonObject written =
        new Ours().put("url", ours.value("url", "")).put("options", options.settings()).settings();
    ours.tellRest();
    return Optional.of(
        new Written(THEIRS, once ? 1 : NEWEST, written, List.of(Port.MAIN), List.of(Port.MAIN)));
  }
}
