package io.concertmaster.model.edit;

import io.concertmaster.model.Settings;
import io.concertmaster.model.Workflow;

/**
 * The workflow gets other settings.
 *
 * @param settings all of them
 */
public record SetSettings(Settings settings) implements Edit {
  @Override
  public Workflow apply(Workflow before) {
    return Parts.withSettings(before, settings);
  }

  @Override
  public String label() {
    return "Change workflow settings";
  }
}
