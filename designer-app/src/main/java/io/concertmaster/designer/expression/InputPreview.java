package io.concertmaster.designer.expression;

import io.concertmaster.designer.data.Field;
import io.concertmaster.designer.data.Items;
import io.concertmaster.designer.data.Lineage;
import io.concertmaster.designer.window.EngineAccess;
import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.ItemPage;
import io.concertmaster.engine.NodeView;
import io.concertmaster.engine.RunView;
import io.concertmaster.model.Connection;
import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.Workflow;
import io.concertmaster.node.data.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The input of the node whose settings are shown, as the last run knows it, and the item in it that
 * previews use. On the JavaFX thread only.
 *
 * <p>A node that has not run yet gets what its predecessors sent: so a node that was just added
 * shows previews at once.
 */
public final class InputPreview {
  private static final int PAGE = 100;
  private static final int FIELDS = 200;

  private final EngineAccess engine;
  private final ReadOnlyObjectWrapper<Situation> situation =
      new ReadOnlyObjectWrapper<>(
          this,
          "situation",
          new Situation(
              Workflow.empty("none", ""), Optional.empty(), "", List.of(), 0, 0, List.of(), 0));

  private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");

  /** A preview without a node. */
  public InputPreview(EngineAccess engine) {
    this.engine = engine;
  }

  /** What previews can use now; changes when items arrive or another item is chosen. */
  public ReadOnlyObjectProperty<Situation> situation() {
    return situation.getReadOnlyProperty();
  }

  /** Why the items cannot be read; empty while they can. */
  public ReadOnlyStringProperty trouble() {
    return trouble.getReadOnlyProperty();
  }

  /** The engine that previews read from. */
  public EngineAccess engine() {
    return engine;
  }

  /** Follows the document: the input of a node in a run. */
  public void show(Workflow workflow, Optional<RunView> run, String node) {
    Situation was = situation.get();
    List<Input> inputs = inputs(workflow, run, node);
    if (was.node().equals(node) && was.inputs().equals(inputs)) {
      situation.set(
          new Situation(
              workflow, run, node, inputs, was.input(), was.index(), was.page(), was.pageFrom()));
      return;
    }
    int input = was.node().equals(node) ? Math.min(was.input(), inputs.size() - 1) : 0;
    start(workflow, run, node, inputs, Math.max(0, input));
  }

  /** Chooses another input of the node. */
  public void choose(int input) {
    Situation now = situation.get();
    start(now.workflow(), now.run(), now.node(), now.inputs(), input);
  }

  /** Chooses an item further on or back. */
  public void step(long by) {
    Situation now = situation.get();
    long index = Math.clamp(now.index() + by, 0, Math.max(0, now.items().size() - 1));
    Situation next =
        new Situation(
            now.workflow(),
            now.run(),
            now.node(),
            now.inputs(),
            now.input(),
            index,
            now.page(),
            now.pageFrom());
    situation.set(next);
    if (next.item().isEmpty() && next.items().size() > 0) {
      load(index / PAGE * PAGE);
    }
  }

  private void start(
      Workflow workflow, Optional<RunView> run, String node, List<Input> inputs, int input) {
    situation.set(new Situation(workflow, run, node, inputs, input, 0, List.of(), 0));
    if (situation.get().items().size() > 0) {
      load(0);
    }
  }

  private void load(long from) {
    Items asked = situation.get().items();
    var _ =
        asked
            .page(from, PAGE)
            .whenComplete((page, error) -> {
              if (page != null) {
                trouble.set("");
                arrived(asked, page);
              } else {
                trouble.set("The items of the last run cannot be read: " + reason(error));
              }
            });
  }

  private static String reason(@Nullable Throwable error) {
    String message = error == null ? null : error.getMessage();
    return message == null ? String.valueOf(error) : message;
  }

  private void arrived(Items asked, ItemPage page) {
    Situation now = situation.get();
    if (now.items().equals(asked)) {
      situation.set(
          new Situation(
              now.workflow(),
              now.run(),
              now.node(),
              now.inputs(),
              now.input(),
              now.index(),
              page.items(),
              page.from()));
    }
  }

  private List<Input> inputs(Workflow workflow, Optional<RunView> run, String node) {
    List<Input> inputs = new ArrayList<>();
    NodeView view = run.map(known -> known.nodes().get(node)).orElse(null);
    if (run.isPresent() && view != null) {
      Lineage lineage = new Lineage(run.get());
      for (ItemListRef list : view.last().inputs()) {
        String name =
            lineage.sender(node, list).map(sender -> lineage.name(sender.node())).orElse("input");
        inputs.add(new Input(name, new Items.Stored(list, engine), Optional.of(list)));
      }
    } else {
      for (Connection connection : workflow.into(node)) {
        workflow
            .node(connection.source())
            .flatMap(source -> sent(run, connection, source))
            .ifPresent(inputs::add);
      }
    }
    return inputs;
  }

  private Optional<Input> sent(
      Optional<RunView> run, Connection connection, NodeDefinition source) {
    if (source.pinned().isPresent()) {
      return Optional.of(
          new Input(source.name(), new Items.Held(source.pinned().get()), Optional.empty()));
    }
    NodeView view = run.map(known -> known.nodes().get(connection.source())).orElse(null);
    ItemListRef list = view == null ? null : view.last().outputs().get(connection.output());
    return list == null
        ? Optional.empty()
        : Optional.of(new Input(source.name(), new Items.Stored(list, engine), Optional.of(list)));
  }

  /**
   * An input of the node.
   *
   * @param from the name of the node that sent it
   * @param list its name in the store; empty for pinned items
   */
  public record Input(String from, Items items, Optional<ItemListRef> list) {}

  /**
   * What previews can use.
   *
   * @param node the node's id; empty for none
   * @param inputs those of which anything is known
   * @param input the position of the chosen one
   * @param index the position of the chosen item
   * @param page items of the chosen input that are here
   * @param pageFrom the position of the first of them
   */
  public record Situation(
      Workflow workflow,
      Optional<RunView> run,
      String node,
      List<Input> inputs,
      int input,
      long index,
      List<Item> page,
      long pageFrom) {
    public Situation {
      inputs = List.copyOf(inputs);
      page = List.copyOf(page);
    }

    /** The items of the chosen input. */
    public Items items() {
      return input < inputs.size() ? inputs.get(input).items() : Items.none();
    }

    /** The chosen item; empty where there is none or it is on its way. */
    public Optional<Item> item() {
      long at = index - pageFrom;
      return at >= 0 && at < page.size() ? Optional.of(page.get((int) at)) : Optional.empty();
    }

    /** The fields of the items that are here. */
    public List<Field> fields() {
      return Field.in(page, FIELDS);
    }
  }
}
