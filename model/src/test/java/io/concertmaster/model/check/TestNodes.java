package io.concertmaster.model.check;

import io.concertmaster.node.Family;
import io.concertmaster.node.NodeCatalog;
import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Port;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.stream.IntStream;

/** Node types with one property of every kind, and the shapes that flows are made of. */
final class TestNodes {
  private static final Property NAME = Property.of("name", "Name", PropertyKind.text()).mandatory();

  static final NodeCatalog CATALOG =
      new NodeCatalog(
          List.of(
              face(NodeDescriptor.of("trigger.manual", "Start").family(Family.TRIGGERS).inputs()),
              face(NodeDescriptor.of("flow.noOp", "Nothing")),
              face(
                  NodeDescriptor.of("foreign.agent", "Agent")
                      .standIn()
                      .inputs(Port.main(), Port.attachment("tool", "Tool"))),
              face(
                  NodeDescriptor.of("foreign.tool", "Tool")
                      .standIn()
                      .inputs()
                      .outputs(Port.attachment("tool", "Tool"))),
              face(NodeDescriptor.of("foreign.trigger", "Trigger").standIn().inputs()),
              face(
                  NodeDescriptor.of("flow.if", "If")
                      .outputs(new Port("true", "True"), new Port("false", "False"))
                      .property(
                          Property.of("conditions", "Conditions", new PropertyKind.Conditions()))),
              merge(),
              face(
                  NodeDescriptor.of("test.demands", "Demands")
                      .property(
                          Property.of("list", "List", PropertyKind.entries("entry", NAME))
                              .mandatory())
                      .property(
                          Property.of("names", "Names", new PropertyKind.FieldNames())
                              .mandatory())),
              face(
                  NodeDescriptor.of("note.sticky", "Note")
                      .family(Family.NOTES)
                      .inputs()
                      .outputs()
                      .property(Property.of("text", "Text", PropertyKind.text()).literalOnly())),
              face(
                  NodeDescriptor.of("test.kinds", "Kinds")
                      .property(Property.of("text", "Text", PropertyKind.text()))
                      .property(
                          Property.of(
                              "path", "File", new PropertyKind.Path(PropertyKind.Target.FILE)))
                      .property(Property.of("field", "Field", new PropertyKind.FieldName()))
                      .property(Property.of("fields", "Fields", new PropertyKind.FieldNames()))
                      .property(
                          Property.of(
                              "ways",
                              "Ways",
                              PropertyKind.several(
                                  PropertyKind.Option.of("GET", "Get"),
                                  PropertyKind.Option.of("POST", "Post"))))
                      .property(
                          Property.of(
                              "days",
                              "Days",
                              new PropertyKind.Several(
                                  List.of(
                                      PropertyKind.Option.of("0", "Sun"),
                                      PropertyKind.Option.of("1", "Mon")),
                                  true)))
                      .property(Property.of("texts", "Texts", new PropertyKind.Lines("")))
                      .property(Property.of("json", "JSON", new PropertyKind.Code("json")))
                      .property(Property.of("sql", "SQL", new PropertyKind.Code("sql")))
                      .property(Property.of("flag", "Flag", PropertyKind.flag()))
                      .property(Property.of("count", "Count", PropertyKind.wholeNumber(1, 10)))
                      .property(
                          Property.of("ratio", "Ratio", new PropertyKind.Numeric(false, 0, 1)))
                      .property(
                          Property.of(
                                  "mode",
                                  "Mode",
                                  PropertyKind.choice(
                                      PropertyKind.Option.of("append", "Append"),
                                      PropertyKind.Option.of("combine", "Combine")))
                              .literalOnly()
                              .defaultsTo("append"))
                      .property(
                          Property.of("keys", "Keys", PropertyKind.text())
                              .mandatory()
                              .when("mode", "combine"))
                      .property(Property.of("data", "Data", new PropertyKind.Data()))
                      .property(Property.of("password", "Password", PropertyKind.text()).asSecret())
                      .property(Property.of("list", "List", PropertyKind.entries("entry", NAME)))
                      .property(
                          Property.of(
                              "group",
                              "Group",
                              new PropertyKind.Group(
                                  List.of(
                                      Property.of(
                                          "size", "Size", PropertyKind.wholeNumber(0, 5)))))))));

  private TestNodes() {}

  private static NodeType face(NodeDescriptor.Builder builder) {
    NodeDescriptor descriptor = builder.build();
    return new Face(descriptor);
  }

  private record Face(NodeDescriptor descriptor) implements NodeType {
    @Override
    public NodeResult run(NodeContext context) {
      throw new UnsupportedOperationException("nothing runs in a check");
    }
  }

  private static NodeType merge() {
    NodeDescriptor descriptor =
        NodeDescriptor.of("flow.merge", "Merge")
            .property(
                Property.of("inputs", "Inputs", PropertyKind.wholeNumber(2, 10)).defaultsTo(2))
            .build();
    return new NodeType() {
      @Override
      public NodeDescriptor descriptor() {
        return descriptor;
      }

      @Override
      public List<Port> inputs(JsonObject parameters) {
        int count = parameters.get("inputs") instanceof Number number ? number.intValue() : 2;
        return IntStream.rangeClosed(1, count)
            .mapToObj(i -> new Port("input" + i, "Input " + i))
            .toList();
      }

      @Override
      public NodeResult run(NodeContext context) {
        throw new UnsupportedOperationException("nothing runs in a check");
      }
    };
  }
}
