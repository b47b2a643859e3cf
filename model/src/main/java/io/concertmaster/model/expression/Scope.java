package io.concertmaster.model.expression;

import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;
import io.concertmaster.node.data.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What an expression can see: the current item and the run around it. Each {@code $} name leads
 * here.
 */
public interface Scope {
  /**
   * The current item, of which {@code $json} and {@code $binary} are parts; empty where there is
   * none.
   */
  Optional<Item> item();

  /** The current item's position in its list, from 0: {@code $itemIndex}. */
  long itemIndex();

  /** How often the node ran before in this run: {@code $runIndex}. */
  int runIndex();

  /** The items of the node's first connected input: {@code $input}. */
  ItemList input();

  /**
   * What a node has sent: {@code $('Name')}.
   *
   * @throws ExpressionException when the workflow has no node of that name
   */
  NodeData node(String name) throws ExpressionException;

  /** {@code $workflow}: {@code id}, {@code name}, {@code active}. */
  JsonObject workflow();

  /** {@code $execution}: {@code id}, {@code mode}. */
  JsonObject execution();

  /** The zone of {@code $now} and {@code $today}. */
  ZoneId zone();

  /**
   * {@code $now}: the moment at which the activation started, so that trying again sees the same.
   */
  Instant now();

  /** A variable of the environment: {@code $env.NAME}. */
  Optional<String> environment(String name);

  /**
   * Where the current item comes from: {@code $prevNode}; empty where no other node sent it.
   *
   * <p>What follows is known only inside a run; elsewhere it is empty.
   */
  default Optional<PreviousNode> previousNode() {
    return Optional.empty();
  }

  /** The variables that all workflows of this home share: {@code $vars}. */
  default JsonObject variables() {
    return JsonObject.empty();
  }

  /**
   * The node's own settings with their expressions evaluated: {@code $parameter}. One whose
   * expression fails is left as it stands in the file.
   */
  default JsonObject nodeParameters() {
    return JsonObject.empty();
  }

  /** The node's own settings as in the file: {@code $rawParameter}. */
  default JsonObject rawParameters() {
    return JsonObject.empty();
  }

  /** What the node keeps from one of its activations to the next: {@code $input.context}. */
  default JsonObject nodeContext() {
    return JsonObject.empty();
  }

  /**
   * What the workflow keeps from one run to the next.
   *
   * @param kind {@code global} for what all nodes share, {@code node} for the current node's own
   */
  default JsonObject staticData(String kind) {
    return JsonObject.empty();
  }

  /** The node itself: {@code id}, {@code name}, {@code version}, and {@code webhookId} if any. */
  default JsonObject nodeInfo() {
    return JsonObject.empty();
  }

  /** The items of one of the node's inputs, by its position from 0. */
  default ItemList input(int index) {
    return index == 0 ? input() : ItemList.of();
  }

  /** The zone of JavaScript's {@code Date}: that of the machine. */
  default ZoneId machineZone() {
    return ZoneId.systemDefault();
  }

  /**
   * A name that only some places have, such as {@code $response} where pages are fetched or {@code
   * $credentials} where an account is filled in; empty where this place has it not.
   */
  default Optional<Object> additional(String name) {
    return Optional.empty();
  }

  /**
   * The node that sent the current item.
   *
   * @param name what people call it
   * @param outputIndex by which of its outputs, from 0
   * @param runIndex in which of its activations, from 0
   */
  record PreviousNode(String name, int outputIndex, int runIndex) {}

  /** What a node has sent by its first output in its newest activation. */
  interface NodeData {
    /** Whether it ran in this run. */
    boolean executed();

    /** Its items; an empty list where it has not run. */
    ItemList items();

    /**
     * The item from which the current one descends; empty where the lineage does not lead to
     * exactly one.
     */
    Optional<Item> pairedItem();

    /** Its settings as in the file. */
    JsonObject parameters();

    /**
     * Its items by an output in one of its activations; an empty list where there are none.
     *
     * @param output the output's position, from 0
     * @param run which activation, from 0; −1 for the newest
     */
    default ItemList items(int output, int run) {
      return output == 0 && run <= 0 ? items() : ItemList.of();
    }

    /** How often it ran in this run so far. */
    default int runs() {
      return executed() ? 1 : 0;
    }

    /**
     * The item from which an item of the current node's input descends; empty where the lineage
     * does not lead to exactly one.
     *
     * @param itemIndex the position in the input, from 0
     */
    default Optional<Item> pairedItem(long itemIndex) {
      return Optional.empty();
    }

    /** What it keeps from one of its activations to the next. */
    default JsonObject context() {
      return JsonObject.empty();
    }
  }
}
