package io.concertmaster.nodes.note;

import io.concertmaster.node.Family;
import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.PropertyKind.Option;

/** Says something to people on the canvas. */
public final class StickyNote implements NodeType {
  private static final NodeDescriptor DESCRIPTOR =
      NodeDescriptor.of("note.sticky", "Sticky note")
          .summary("Says something to people, on the canvas")
          .family(Family.NOTES)
          .icon("mdomz-sticky_note_2")
          .inputs()
          .outputs()
          .keywords("comment", "note", "text", "remark", "annotation", "documentation")
          .property(
              Property.of("text", "Text", new PropertyKind.Code("markdown"))
                  .help("Markdown: headings, lists, **bold**, links.")
                  .defaultsTo("")
                  .literalOnly())
          .property(
              Property.of(
                      "color",
                      "Colour",
                      PropertyKind.choice(
                          Option.of("yellow", "Yellow"),
                          Option.of("orange", "Orange"),
                          Option.of("blue", "Blue"),
                          Option.of("green", "Green"),
                          Option.of("red", "Red"),
                          Option.of("purple", "Purple"),
                          Option.of("gray", "Grey")))
                  .defaultsTo("yellow")
                  .literalOnly())
          .documentation(
              """
              A note on the canvas for whoever reads the workflow: what a part of it is for, what to
              look out for, whom to ask. It has no connections and never runs. Drag its edges to
              change its size.
              """)
          .build();

  @Override
  public NodeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  /** Notes do not run; when asked to, there is nothing to do. */
  @Override
  public NodeResult run(NodeContext context) {
    return NodeResult.done();
  }
}
