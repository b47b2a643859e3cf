package io.concertmaster.node;

import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs scripts that a person wrote, in a process that reaches neither files nor network. A script
 * sees its node's items and run by the names that expressions have.
 */
public interface Scripts {
  /**
   * Begins the work of a script; nothing of it is left when that is closed.
   *
   * @param script the person's
   */
  Work begin(Script script);

  /**
   * A script.
   *
   * @param code the body of an asynchronous JavaScript function
   * @param dialect how its surroundings read
   * @param stored what scripts kept in earlier runs: one object for the whole workflow, one for the
   *     script's own step
   */
  record Script(String code, Dialect dialect, JsonObject stored) {
    /** A script that has kept nothing. */
    public static Script of(String code, Dialect dialect) {
      return new Script(code, dialect, JsonObject.empty());
    }
  }

  /** How a script's surroundings read. */
  enum Dialect {
    /** {@code $input}, {@code $json}; {@code item} is an item. */
    CODE,
    /** n8n's early Function node: {@code items}. */
    FUNCTION,
    /** n8n's early Function Item node: {@code item} is the item's record. */
    FUNCTION_ITEM
  }

  /** A script at work. */
  interface Work extends AutoCloseable {
    /**
     * Runs the script once for all items.
     *
     * @throws NodeException when it fails; the message names the line
     * @throws InterruptedException when the run was cut short
     */
    default Returned all() throws NodeException, InterruptedException {
      List<@Nullable Object> values = new ArrayList<>();
      Returned returned = all((piece, items) -> values.addAll(piece));
      return returned.type().equals("list")
          ? new Returned("list", JsonArray.ofValues(values.toArray()), null)
          : returned;
    }

    /**
     * Runs the script once for all items, and gets a list that it returns piece by piece, so that
     * it may be longer than memory holds.
     *
     * @return what it returned; of a list the type alone
     * @throws NodeException when it fails, or the taker does; the message names the line
     * @throws InterruptedException when the run was cut short
     */
    Returned all(Pieces taker) throws NodeException, InterruptedException;

    /**
     * Runs the script for some items, one after the other.
     *
     * @param first the position of the first of them
     * @return what each item gave, in order
     * @throws NodeException when the process failed; what the script does wrong with one item is
     *     that item's {@link Failed}
     */
    List<Result> each(List<Item> items, long first) throws NodeException, InterruptedException;

    /** What it wants to keep for later runs, by {@code global} and {@code node}. */
    JsonObject stored();

    @Override
    void close();
  }

  /** Takes a list that a script returned. */
  @FunctionalInterface
  interface Pieces {
    /**
     * Takes the next values.
     *
     * @param items whether any value of the whole list looks like an item: an object with a field
     *     {@code json}, {@code binary}, {@code pairedItem} or {@code error}
     */
    void take(JsonArray values, boolean items) throws NodeException, InterruptedException;
  }

  /** What came of one item. */
  sealed interface Result {}

  /**
   * A value.
   *
   * @param type {@code undefined}, {@code null}, {@code text}, {@code number}, {@code boolean},
   *     {@code object}, {@code list} or {@code function}
   * @param value the value as data; {@code null} where there is none
   * @param item the current item as the script left it, {@code {json, binary?}}; null when it ran
   *     for all items
   */
  record Returned(String type, @Nullable Object value, @Nullable JsonObject item)
      implements Result {}

  /** The script failed for this item. */
  record Failed(NodeException reason) implements Result {}
}
