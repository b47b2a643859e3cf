package io.concertmaster.canvas.graph;

import java.util.ArrayList;
import java.util.List;

/** Builds a {@link GraphNode} step by step; what is not said stays empty. */
public final class GraphNodeBuilder {
  private final String id;
  private final NodeKind kind;
  private final List<GraphPort> inputs = new ArrayList<>();
  private final List<GraphPort> outputs = new ArrayList<>();
  private double x;
  private double y;
  private double width;
  private double height;
  private String title = "";
  private String subtitle = "";
  private String text = "";
  private NodeIcon icon = NodeIcon.NONE;
  private String role = "";
  private NodeState state = NodeState.NONE;
  private String badge = "";
  private Mark mark = Mark.NONE;
  private String problem = "";
  private boolean disabled;

  GraphNodeBuilder(String id, NodeKind kind) {
    this.id = id;
    this.kind = kind;
  }

  /** The top left corner, in graph units. */
  public GraphNodeBuilder at(double newX, double newY) {
    x = newX;
    y = newY;
    return this;
  }

  /** The size in graph units; 0 for the natural one. */
  public GraphNodeBuilder size(double newWidth, double newHeight) {
    width = newWidth;
    height = newHeight;
    return this;
  }

  /** The name. */
  public GraphNodeBuilder title(String value) {
    title = value;
    return this;
  }

  /** The second line. */
  public GraphNodeBuilder subtitle(String value) {
    subtitle = value;
    return this;
  }

  /** A note's text. */
  public GraphNodeBuilder text(String value) {
    text = value;
    return this;
  }

  /** The picture on the tile. */
  public GraphNodeBuilder icon(NodeIcon value) {
    icon = value;
    return this;
  }

  /** The key of the colour in the theme. */
  public GraphNodeBuilder role(String value) {
    role = value;
    return this;
  }

  /** How it is doing. */
  public GraphNodeBuilder state(NodeState value) {
    state = value;
    return this;
  }

  /** A short text in place of the state's sign. */
  public GraphNodeBuilder badge(String value) {
    badge = value;
    return this;
  }

  /** A problem in one line. */
  public GraphNodeBuilder problem(Mark value, String line) {
    mark = value;
    problem = line;
    return this;
  }

  /** Whether it is passed over. */
  public GraphNodeBuilder disabled(boolean value) {
    disabled = value;
    return this;
  }

  /** One more input below the others. */
  public GraphNodeBuilder input(String port, String label) {
    inputs.add(new GraphPort(port, label));
    return this;
  }

  /** One more output below the others. */
  public GraphNodeBuilder output(String port, String label) {
    outputs.add(new GraphPort(port, label));
    return this;
  }

  /** One more input on the lower side, at which another card serves this one. */
  public GraphNodeBuilder attachmentInput(String port, String label) {
    inputs.add(new GraphPort(port, label, false, true));
    return this;
  }

  /** One more output on the upper side, by which this card serves another. */
  public GraphNodeBuilder attachmentOutput(String port, String label) {
    outputs.add(new GraphPort(port, label, false, true));
    return this;
  }

  /** The output for failures, below the others. */
  public GraphNodeBuilder errorOutput(String port, String label) {
    outputs.add(new GraphPort(port, label, true));
    return this;
  }

  /** The node. */
  public GraphNode build() {
    return new GraphNode(
        id, kind, x, y, width, height, title, subtitle, text, icon, role, state, badge, mark,
        problem, disabled, inputs, outputs);
  }
}
