package io.concertmaster.simulation.schedule;

import io.concertmaster.model.Workflow;
import io.concertmaster.model.io.WorkflowFileException;
import io.concertmaster.model.io.WorkflowFiles;
import io.concertmaster.node.Listening.Missed;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.time.ZoneId;
import java.util.Locale;

/**
 * A workflow of a world: a schedule and nothing else.
 *
 * @param id of the workflow
 * @param oneAtATime whether a run waits for the one before it
 */
record ActiveSchedule(
    String id, Scheduled schedule, ZoneId zone, Missed missed, boolean oneAtATime) {
  static final String NODE = "at";

  Workflow workflow() {
    JsonObject parameters =
        JsonObject.of("times", JsonArray.of(schedule.entry()))
            .with("missed", missed.name().toLowerCase(Locale.ROOT));
    JsonObject node =
        JsonObject.of("type", "trigger.schedule", "version", 1L)
            .with("name", "At")
            .with("parameters", parameters);
    JsonObject settings = JsonObject.of("timezone", zone.getId());
    if (oneAtATime) {
      settings = settings.with("concurrency", JsonObject.of("atOnce", 1L));
    }
    JsonObject file =
        JsonObject.of("format", 1L, "id", id)
            .with("name", id)
            .with("settings", settings)
            .with("nodes", JsonObject.of(NODE, node))
            .with("connections", JsonArray.empty());
    try {
      return WorkflowFiles.parse(Json.write(file));
    } catch (WorkflowFileException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return schedule.entry() + " in " + zone + ", missed " + missed;
  }
}
