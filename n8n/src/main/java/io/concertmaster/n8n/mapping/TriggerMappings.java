package io.concertmaster.n8n.mapping;

import java.util.List;

/** The mappings of n8n's trigger nodes. */
final class TriggerMappings {
  private TriggerMappings() {}

  static List<NodeMapping> all() {
    return List.of(
        new ManualTriggerMapping(),
        new ScheduleMapping(),
        new EarlyScheduleMapping(),
        new WebhookMapping(),
        new RespondMapping(),
        new FormTriggerMapping(),
        new FileTriggerMapping(),
        new CalledTriggerMapping());
  }
}
