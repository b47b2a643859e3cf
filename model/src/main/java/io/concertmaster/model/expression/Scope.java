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
   * A name that the node itself gives to some of its settings, such as {@code $pageCount}; empty
   * where it gives none.
   */
  default Optional<Object> variable(String name) {
    return Optional.empty();
  }

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
  }
}
