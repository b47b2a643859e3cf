package io.concertmaster.designer.inspector;

import io.concertmaster.designer.window.DocumentView;
import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.Settings;
import io.concertmaster.model.edit.PinData;
import io.concertmaster.model.edit.RenameNode;
import io.concertmaster.model.edit.SetNodeSettings;
import io.concertmaster.model.edit.SetParameters;
import io.concertmaster.model.edit.SetSettings;
import io.concertmaster.model.edit.SetWorkflowName;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The inspector's changes as edits of the document. */
record DocumentChanges(DocumentView document) implements Changes {
  @Override
  public void parameters(String node, JsonObject parameters, String key) {
    document.apply(new SetParameters(node, parameters), key);
  }

  @Override
  public void policy(String node, NodeDefinition changed, String key) {
    document.apply(new SetNodeSettings(Map.of(node, changed)), key);
  }

  @Override
  public void pin(String node, Optional<List<Item>> items) {
    document.apply(new PinData(node, items));
  }

  @Override
  public void rename(String node, String name) {
    document.apply(new RenameNode(node, name));
  }

  @Override
  public void renameWorkflow(String name, String key) {
    document.apply(new SetWorkflowName(name), key);
  }

  @Override
  public void settings(Settings settings, String key) {
    document.apply(new SetSettings(settings), key);
  }
}
