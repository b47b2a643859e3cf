package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.Port;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Optional;

/** {@code executeCommand}: a command of the shell. */
final class ExecuteCommandMapping implements NodeMapping {
  private static final String OURS = "command.run";
  private static final String THEIRS = "n8n-nodes-base.executeCommand";

  @Override
  public List<String> types() {
    return List.of(THEIRS);
  }

  @Override
  public Optional<Mapped> read(ForeignNode node, Findings findings) {
    AskedSettings asked = new AskedSettings(node, findings);
    Ours ours =
        new Ours()
            .put("command", asked.value("command", ""))
            .put("once", asked.flag("executeOnce", true), false);
    asked.tellRest();
    findings.approximated("command", "commands run only where you allow them");
    return Optional.of(Mapped.of(OURS, ours.settings()));
  }

  @Override
  public Optional<Written> write(String type, JsonObject parameters, Findings findings) {
    if (!type.equals(OURS)) {
      return Optional.empty();
    }
    AskedSettings asked = AskedSettings.ofOurs(parameters, findings);
    JsonObject written =
        new Ours()
            .put("executeOnce", asked.flag("once", false), true)
            .put("command", asked.value("command", ""))
            .settings();
    asked.tellRest();
    return Optional.of(new Written(THEIRS, 1, written, List.of(Port.MAIN), List.of(Port.MAIN)));
  }
}
