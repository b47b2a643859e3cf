package io.concertmaster.model.io;

import io.concertmaster.node.data.JsonObject;
import java.util.Optional;

/**
 * Nodes as the text that the clipboard holds: {@code {"concertmaster": "nodes", "format": 1,
 * "nodes": {…}, "connections": […], "layout": {…}}}, in the form of the workflow file. People can
 * keep it in a mail and paste it into another window.
 */
public final class FragmentText {
  private static final String MARK = "concertmaster";
  private static final String NODES = "nodes";

  private FragmentText() {}

  /** The text of some nodes. */
  public static String write(Fragment fragment) {
    return WorkflowWriter.write(fragment);
  }

  /**
   * Reads nodes from a text; empty where the text is something else altogether, as most that lies
   * in a clipboard is.
   *
   * @throws WorkflowFileException when it says that it holds nodes but something in it is wrong
   */
  public static Optional<Fragment> parse(String text) throws WorkflowFileException {
    if (!text.contains("\"" + MARK + "\"") || !text.stripLeading().startsWith("{")) {
      return Optional.empty();
    }
    JsonObject object = DefinitionText.object(text);
    if (!NODES.equals(object.get(MARK))) {
      return Optional.empty();
    }
    JsonObject newest = Migrations.KNOWN.migrate(object);
    FileRules.check(newest, Place.TOP);
    Fields top = Fields.of(newest, Place.TOP);
    return Optional.of(
        new Fragment(
            WorkflowReader.nodes(top.required(NODES, "{}"), top.at(NODES)),
            WorkflowReader.connections(top.listOrEmpty("connections"), top.at("connections")),
            WorkflowReader.layout(top.objectOrEmpty("layout"), top.at("layout"))));
  }

  /** The first line of the text. */
  static String mark() {
    return new PrettyText().raw("  ").name(MARK).value(NODES, 2).toString();
  }
}
