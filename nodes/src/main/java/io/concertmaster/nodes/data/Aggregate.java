package io.concertmaster.nodes.data;

import io.concertmaster.node.Allowance;
import io.concertmaster.node.Family;
import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.PropertyKind.Option;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.nodes.spill.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Puts all items into one.
 *
 * <p>Design note. The result is one value, so it cannot lie on disk while it grows. A small one is
 * collected within the shared budget. One that gets no more room there, or that is larger than an
 * eighth of what is allowed, gives all back, waits for the one place that there is for large
 * results, and reads its input anew: so the large ones of a program come one after the other, and
 * many at once take no more memory than one. Who has the place waits for nobody.
 */
public final class Aggregate implements NodeType {
  private static final NodeDescriptor DESCRIPTOR =
      NodeDescriptor.of("data.aggregate", "Aggregate")
          .summary("Puts all items into one item with lists")
          .family(Family.DATA)
          .icon("mdomz-unfold_less")
          .keywords("collect", "combine", "list", "array", "one item", "group", "join")
          .property(
              Property.of(
                      "mode",
                      "Collect",
                      PropertyKind.choice(
                          Option.of("items", "Whole items, in one list"),
                          Option.of("fields", "Fields, each in a list of its own")))
                  .defaultsTo("items")
                  .literalOnly())
          .property(
              Property.of("as", "Into field", new PropertyKind.FieldName())
                  .help("The field with the list.")
                  .defaultsTo("data")
                  .mandatory()
                  .when("mode", "items"))
          .property(
              FieldChoice.choice("include", "Fields of each item", "all")
                  .help("What of each item goes into the list.")
                  .when("mode", "items"))
          .property(FieldChoice.names("includeFields", "include"))
          .property(
              Property.of(
                      "fields",
                      "Fields",
                      PropertyKind.entries(
                          "field",
                          Property.of("field", "Field", new PropertyKind.FieldName())
                              .help("Whose values to collect; dots lead into fields.")
                              .mandatory(),
                          Property.of("as", "Into field", new PropertyKind.FieldName())
                              .help("Empty: under its own name.")))
                  .help("The fields to collect.")
                  .mandatory()
                  .when("mode", "fields"))
          .property(
              Property.of("keepMissing", "Keep missing values", PropertyKind.flag())
                  .help("As null, so that all lists are equally long.")
                  .defaultsTo(false)
                  .literalOnly()
                  .when("mode", "fields"))
          .property(
              Property.of("mergeLists", "Merge lists", PropertyKind.flag())
                  .help("The elements of a list are collected, not the list.")
                  .defaultsTo(false)
                  .literalOnly()
                  .when("mode", "fields"))
          .property(
              Property.of(
                      "skipEmpty", "Leave out items without any chosen field", PropertyKind.flag())
                  .defaultsTo(false)
                  .literalOnly()
                  .when("include", "selected", "except"))
          .property(
              Property.of(
                      "files",
                      "Files of the items",
                      PropertyKind.choice(
                          Option.of("none", "Leave behind"),
                          Option.of("all", "Take along"),
                          Option.of("different", "Take along those that differ")))
                  .help("Where two have the same name, the later one gets a number.")
                  .defaultsTo("none")
                  .literalOnly())
          .property(FieldNaming.property())
          .documentation(
              """
              Makes one item of all items: the opposite of **Split out**.

              *Whole items* gives one list of records, `{ "data": [ { … }, { … } ] }`, as many web
              services want it. *Fields* gives one list for each field that you name, `{ "id": [1, 2],
              "name": ["a", "b"] }`.

              Missing and null values are left out, inside of lists too, unless you keep them.

              The result is one item and has to fit memory. To count or add up instead of
              collecting, use **Summarize**.
              """)
          .build();

  /** A result is large from this part of the largest on. */
  private static final int LARGE = 8;

  /** The place for large results of this program, whatever its engines: they share the heap. */
  private static final Semaphore PLACE = new Semaphore(1, true);

  private final long largest;
  private final Semaphore place;

  public Aggregate() {
    this(Weight.largestValue(), PLACE);
  }

  /**
   * A node whose result may take so many bytes.
   *
   * @param place has one permit, for whoever collects a large result
   */
  Aggregate(long largest, Semaphore place) {
    this.largest = largest;
    this.place = place;
  }

  @Override
  public NodeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public NodeResult run(NodeContext context) throws NodeException, InterruptedException {
    Allowance allowance = context.allowance();
    try {
      context.output().add(collected(context, shared(allowance)));
      return NodeResult.done();
    } catch (FieldLists.NoRoomException large) {
      allowance.free();
    }
    place.acquire();
    try {
      context.output().add(collected(context, alone(allowance)));
      return NodeResult.done();
    } catch (FieldLists.NoRoomException e) {
      throw new IllegalStateException("who is alone is not sent away", e);
    } finally {
      place.release();
    }
  }

  private static Item collected(NodeContext context, FieldLists.Scale scale)
      throws NodeException, FieldLists.NoRoomException, InterruptedException {
    Parameters settings = context.parameters();
    GatheredFiles files = GatheredFiles.of(settings.text("files"));
    Lineage lineage = new Lineage();
    JsonObject record =
        settings.text("mode").equals("fields")
            ? new FieldLists(settings, scale).of(context, lineage, files)
            : items(context, scale, lineage, files);
    return Item.of(record).withBinary(files.all()).pairedTo(lineage.ancestors());
  }

  private static JsonObject items(
      NodeContext context, FieldLists.Scale scale, Lineage lineage, GatheredFiles files)
      throws NodeException, FieldLists.NoRoomException, InterruptedException {
    Parameters settings = context.parameters();
    FieldNaming naming = FieldNaming.of(settings);
    FieldChoice include = FieldChoice.of(settings, "include", "includeFields", naming);
    boolean skipEmpty = settings.flag("skipEmpty") && !(include instanceof FieldChoice.All);
    List<@Nullable Object> records = new ArrayList<>();
    long weight = 0;
    long position = 0;
    for (Item item : context.input()) {
      context.checkInterrupted();
      JsonObject chosen = include.of(item.json());
      if (!skipEmpty || !chosen.isEmpty()) {
        records.add(chosen);
        weight = scale.with(weight, chosen);
        lineage.add(position);
        files.add(item);
      }
      position++;
    }
    return naming
        .path(settings.requiredText("as"))
        .set(JsonObject.empty(), JsonArray.copyOf(records));
  }

  /** Sends away what finds no room beside others. */
  private FieldLists.Scale shared(Allowance allowance) {
    return (before, value) -> {
      long more = Long.BYTES + Weight.of(value);
      if (!allowance.hold(more) || before + more > largest / LARGE) {
        throw new FieldLists.NoRoomException();
      }
      return before + more;
    };
  }

  /** Refuses in time what would fill the memory; what others hold goes to disk earlier. */
  private FieldLists.Scale alone(Allowance allowance) {
    return (before, value) -> {
      long more = Long.BYTES + Weight.of(value);
      allowance.hold(more);
      if (before + more > largest) {
        throw new NodeException(
            "The items do not fit into one: together they take more than "
                + (largest >> 20)
                + " MB of memory. Collect fewer fields, or limit or summarize the items first");
      }
      return before + more;
    };
  }
}
