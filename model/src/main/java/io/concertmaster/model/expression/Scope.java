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

  /** The node whose items these are: {@code $prevNode}; empty where no one node sent them. */
  default Optional<PreviousNode> previousNode() {
    return Optional.empty();
  }

  /** {@code $vars}. */
  default JsonObject variables() {
    return JsonObject.empty();
  }

  /** The node's own settings with their expressions resolved: {@code $parameter}. */
  default JsonObject nodeParameters() {
    return JsonObject.empty();
  }

  /** The node's own settings as they are in the file: {@code $rawParameter}. */
  default JsonObject rawParameters() {
    return JsonObject.empty();
  }

  /** What the node keeps from one run of itself to the next: {@code $input.context}. */
  default JsonObject nodeContext() {
    return JsonObject.empty();
  }

  /** What is kept from one execution to the next; the kind is {@code global} or {@code node}. */
  default JsonObject staticData(String kind) {
    return JsonObject.empty();
  }

  /** The node's {@code id}, {@code version} and {@code webhookId}. */
  default JsonObject nodeInfo() {
    return JsonObject.empty();
  }

  /** The items of one of the node's inputs, from 0. */
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
   * The node that sent the items.
   *
   * @param name its name
   * @param outputIndex by which of its outputs, from 0
   * @param runIndex in which of its runs, from 0
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
     * The items that it sent by an output, from 0, in a run.
     *
     * @param run from 0; -1 for the newest
     */
    default ItemList items(int output, int run) {
      return output == 0 && run < 1 ? items() : ItemList.of();
    }

    /** How often it ran in this run of the workflow. */
    default int runs() {
      return executed() ? 1 : 0;
    }

    /** The item from which the item at a position of the current input descends. */
    default Optional<Item> pairedItem(long itemIndex) {
      return pairedItem();
    }

    /** What it keeps from one run of itself to the next. */
    default JsonObject context() {
      return JsonObject.empty();
    }
  }
}
