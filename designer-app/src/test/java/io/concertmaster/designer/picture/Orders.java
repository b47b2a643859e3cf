package io.concertmaster.designer.picture;

import io.concertmaster.engine.Activation;
import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.NodeState;
import io.concertmaster.engine.NodeView;
import io.concertmaster.engine.RunError;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunSummary;
import io.concertmaster.engine.RunView;
import io.concertmaster.model.Connection;
import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.Settings;
import io.concertmaster.model.Workflow;
import io.concertmaster.node.Family;
import io.concertmaster.node.NodeCatalog;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.Port;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.PropertyKind.Option;
import io.concertmaster.node.data.BinaryData;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A workflow of orders with a run of it, and one node type with a property of every kind. */
public final class Orders {
  public static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  public final SampleEngine engine = new SampleEngine();
  public final SampleDocument document;

  public Orders() {
    document = new SampleDocument(workflow(), catalog());
  }

  public static NodeCatalog catalog() {
    return new NodeCatalog(
        List.of(new SampleType(parse()), new SampleType(branch()), new SampleType(every())));
  }

  private static NodeDescriptor parse() {
    return NodeDescriptor.of("data.parse", "Parse X12")
        .summary("Reads orders from EDI files")
        .build();
  }

  private static NodeDescriptor branch() {
    return NodeDescriptor.of("flow.if", "If")
        .family(Family.FLOW)
        .summary("Sends each item one of two ways")
        .outputs(new Port("true", "true"), new Port("false", "false"))
        .property(
            Property.of("conditions", "Conditions", new PropertyKind.Conditions()).mandatory())
        .property(
            Property.of(
                    "match",
                    "Match",
                    PropertyKind.choice(
                        Option.of("all", "All conditions"), Option.of("any", "Any condition")))
                .defaultsTo("all")
                .literalOnly())
        .property(
            Property.of(
                    "missing",
                    "When a value is missing",
                    PropertyKind.choice(
                        Option.of("no", "Treat as not matching"),
                        new Option("fail", "Fail", "The item goes the way of errors.")))
                .defaultsTo("no")
                .literalOnly())
        .documentation(
            "Sends each item to **true** or to **false**.\n\n## Example\n\nWith the condition"
                + " `{{ $json.total }}` *is greater than* `10000`:\n\n```\n{\"total\": 18250}  ->"
                + " true\n{\"total\": 42}     -> false\n```\n\n- An item without the field goes to"
                + " `false`.\n- Text that looks like a number is compared as one.\n")
        .build();
  }

  /** A type with a property of every kind. */
  public static NodeDescriptor every() {
    return NodeDescriptor.of("sample.every", "Every kind")
        .summary("One property of each kind")
        .property(Property.of("text", "Text", PropertyKind.text("grey words")).mandatory())
        .property(
            Property.of("lines", "Several lines of text", new PropertyKind.Text("", 3))
                .help("Help under a field says in a sentence what it is for."))
        .property(Property.of("secret", "Secret", PropertyKind.text()).asSecret())
        .property(Property.of("number", "Number", PropertyKind.wholeNumber(1, 10)).defaultsTo(3))
        .property(Property.of("flag", "Flag", PropertyKind.flag()).defaultsTo(false))
        .property(
            Property.of("shownByFlag", "Shown while the flag is on", PropertyKind.text())
                .when("flag", true))
        .property(
            Property.of(
                    "choice",
                    "Choice",
                    PropertyKind.choice(
                        new Option("a", "First", "What the first means."),
                        new Option("b", "Second", "What the second means.")))
                .defaultsTo("a"))
        .property(
            Property.of(
                "several",
                "Several",
                new PropertyKind.Several(
                    List.of(Option.of("1", "Mon"), Option.of("2", "Tue"), Option.of("0", "Sun")),
                    true)))
        .property(Property.of("texts", "Texts", new PropertyKind.Lines("one a line")))
        .property(Property.of("path", "Path", new PropertyKind.Path(PropertyKind.Target.FILE)))
        .property(Property.of("field", "Field name", new PropertyKind.FieldName()))
        .property(Property.of("fields", "Field names", new PropertyKind.FieldNames()))
        .property(Property.of("sql", "Code", new PropertyKind.Code("sql")))
        .property(Property.of("data", "Data", new PropertyKind.Data()))
        .property(
            Property.of(
                "group",
                "Group",
                new PropertyKind.Group(
                    List.of(
                        Property.of("user", "User", PropertyKind.text()),
                        Property.of("password", "Password", PropertyKind.text()).asSecret()))))
        .property(Property.of("conditions", "Conditions", new PropertyKind.Conditions()))
        .property(
            Property.of(
                "entries",
                "Entries",
                PropertyKind.entries(
                    "field",
                    Property.of("name", "Name", new PropertyKind.FieldName()).mandatory(),
                    Property.of("value", "Value", PropertyKind.text()))))
        .build();
  }

  private static Workflow workflow() {
    Map<String, NodeDefinition> nodes = new LinkedHashMap<>();
    nodes.put("parse", NodeDefinition.of("data.parse", 1, "Parse X12"));
    nodes.put(
        "check",
        NodeDefinition.of("flow.if", 1, "Over 10,000?")
            .withParameters(
                Json.parseObject(
                    "{\"conditions\":[{\"left\":\"={{ $json.total }}\",\"is\":\"greaterThan\","
                        + "\"right\":10000}]}")));
    nodes.put("every", NodeDefinition.of("sample.every", 1, "Every kind"));
    return new Workflow(
        "order-intake",
        "Order intake",
        Settings.DEFAULT,
        nodes,
        List.of(
            Connection.of("parse", "check"), new Connection("check", "true", "every", Port.MAIN)),
        Map.of(),
        JsonObject.empty());
  }

  /** An order. */
  public static Item order(long index) {
    String[] partners = {"ACME", "Globex", "Initech", "Umbrella", "Ünïcode & Söhne"};
    String[] cities = {"Rotterdam", "Hamburg", "Antwerp", "Bremen", "Gdańsk"};
    int which = (int) (index % 5);
    JsonObject json =
        JsonObject.builder()
            .put("po_number", "PO-" + (77120 + index))
            .put("partner", partners[which])
            .put("total", index == 0 ? (Object) 18250.0 : (Object) (1000.5 + 37 * (index % 900)))
            .put("lines", JsonArray.copyOf(Collections.nCopies(3 + which, "line")))
            .put("ship_to", JsonObject.of("city", cities[which], "zip", null))
            .put(
                "comment",
                which == 2
                    ? "A remark that is far longer than any column would want to be, with a\n"
                        + "line end"
                    : "")
            .put("urgent", which == 1)
            .build();
    Item item = Item.of(json).pairedTo(index * 3 % 1204, 0);
    return which == 3
        ? item.withBinary(
            Map.of(
                "data",
                new BinaryData("b1", "invoice-" + index + ".pdf", "application/pdf", 48213)))
        : item;
  }

  /** Shows a finished run with so many items that left the check by its true output. */
  public Orders ran(long large) {
    ItemListRef orders = engine.list("orders", 1204, Orders::order);
    ItemListRef over = engine.list("over", large, Orders::order);
    ItemListRef none = engine.list("none", List.of());
    Map<String, NodeView> nodes = new LinkedHashMap<>();
    nodes.put("parse", node("parse", List.of(), Map.of("main", orders), Optional.empty()));
    Map<String, ItemListRef> ways = new LinkedHashMap<>();
    ways.put("true", over);
    ways.put("false", none);
    nodes.put("check", node("check", List.of(orders), ways, Optional.empty()));
    RunError error =
        new RunError(
            Optional.of("every"),
            "the table “orders_2026” is not in the database: create it or choose another one",
            "sql",
            OptionalLong.of(3));
    nodes.put("every", node("every", List.of(over), Map.of(), Optional.of(error)));
    RunSummary summary =
        new RunSummary(
            new RunId(42),
            "order-intake",
            "Order intake",
            RunStatus.FAILED,
            NOON,
            Optional.of(NOON.plusMillis(3100)),
            Optional.of(error),
            false);
    document.show(
        new RunView(
            summary,
            document.workflow().get(),
            "0".repeat(64),
            nodes,
            Optional.empty(),
            List.of(
                new RunView.LogLine(NOON.plusMillis(40), "parse", "read 12 files, 1,204 orders"),
                new RunView.LogLine(
                    NOON.plusMillis(90), "check", "17 orders are over the limit"))));
    return this;
  }

  private static NodeView node(
      String id,
      List<ItemListRef> inputs,
      Map<String, ItemListRef> outputs,
      Optional<RunError> error) {
    return new NodeView(
        id,
        List.of(
            new Activation(
                0,
                error.isPresent() ? NodeState.FAILED : NodeState.DONE,
                1,
                NOON,
                Optional.of(NOON.plusMillis(400)),
                inputs,
                outputs,
                0,
                error)));
  }
}
