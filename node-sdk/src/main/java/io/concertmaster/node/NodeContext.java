package io.concertmaster.node;

import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;
import io.concertmaster.node.data.JsonObject;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Everything that a running node may use. It belongs to one activation and to the thread that runs
 * it.
 *
 * <p>Reading and writing items checks by itself whether the run was cancelled; a node that works
 * long without touching items calls {@link #checkInterrupted} now and then.
 */
public interface NodeContext {
  /** The node's name, for messages. */
  String nodeName();

  /** How often the node ran before in this run, from 0. */
  int runIndex();

  /** Which try this is, from 1. */
  int attempt();

  /**
   * A key for this activation that stays the same when it is tried again, after a crash too: send
   * it along where the receiver knows idempotency keys.
   */
  String idempotencyKey();

  /** The workflow's time zone. */
  ZoneId zone();

  /**
   * The moment at which this activation first started; the same when it runs again after a crash.
   */
  Instant startedAt();

  /**
   * The position of the first item of the first input that is still to be done: 0, or where a crash
   * cut this activation short, behind the items that were {@link #doneBefore done} for good. What
   * those sent is in the outputs already. A node that never says so may pass this over.
   */
  default long startPosition() {
    return 0;
  }

  /**
   * Says that all items of the first input before a position are done: their effects have happened,
   * and what they send or put aside was written. The engine keeps this now and then, about once a
   * second, so that after a crash the activation goes on at {@link #startPosition} and not at the
   * first item. Cheap enough to be called for each item.
   *
   * @throws InterruptedException when the activation was cancelled or its time is over
   */
  default void doneBefore(long position) throws InterruptedException {}

  /** The items of the first input that has a connection; an empty list where none has. */
  default ItemList input() {
    return input(0);
  }

  /** The items of an input, by its position; an empty list where it has no connection. */
  ItemList input(int position);

  /** How many inputs the node has. */
  int inputCount();

  /**
   * The node's settings without an item: expressions see the first item of the first input, if
   * there is one.
   */
  Parameters parameters();

  /**
   * The node's settings for one item: expressions are evaluated with it, when they are asked for.
   *
   * @param position the item's position in its list, from 0
   */
  Parameters parameters(Item item, long position);

  /** The writer of the first output. */
  default Output output() {
    return output(0);
  }

  /** The writer of an output, by its position. */
  Output output(int position);

  /** How many outputs the node has, the error output apart. */
  int outputCount();

  /**
   * Puts an item that failed aside, where the node's policy lets the run go on. By the error output
   * leaves the item with what the failure {@link NodeException#told tells} as its field {@code
   * error}; by the first output, where the policy is to continue, leaves an item {@code {error}}
   * with nothing else in its place. Where the policy is to stop, the exception is thrown back.
   */
  void reject(Item item, long position, NodeException error) throws NodeException;

  /**
   * Whether the run goes on when the node fails: by its first output or by the error output. A node
   * that fails as a whole, all its items with it, may then send one item {@code {error: message}}
   * itself, or throw, and the engine does what the policy says.
   */
  default boolean continuesOnError() {
    return false;
  }

  /** Whether what fails leaves by an error output of its own. */
  default boolean hasErrorOutput() {
    return false;
  }

  /** What the node keeps from one of its activations to the next in this run. */
  NodeMemory memory();

  /** What outlives the run, and what marks it. */
  RunData runData();

  /** The way to run other workflows. */
  Workflows workflows();

  /** A new list for working data that does not fit memory; it is gone when the activation ends. */
  Scratch scratch();

  /** What one more piece of work may hold in memory. */
  Allowance allowance();

  /**
   * A new pack for items that are held in memory. Its bytes are to be counted in an {@link
   * Allowance}.
   */
  Pack pack();

  /** The store of files that travel with items. */
  Binaries binaries();

  /**
   * Finds a path of the settings on this machine: relative ones start at the workflow's folder,
   * {@code ~} at the person's home.
   *
   * @throws NodeException when the text is no path, or leads to where runs may not reach
   */
  Path path(String text) throws NodeException;

  /**
   * Finds a path to which the node will write, as {@link #path} does for reading.
   *
   * @throws NodeException when the text is no path, or nothing may be written there
   */
  default Path target(String text) throws NodeException {
    return path(text);
  }

  /**
   * Whether there are files that the node may not reach. Then it opens none but those that {@link
   * #path} and {@link #target} gave, and lets nothing else open some: no database, no script.
   */
  default boolean isConfined() {
    return false;
  }

  /** Which machines the node may connect to. */
  default Network network() {
    return Network.OPEN;
  }

  /** Whether the person who runs the engine allowed something to its nodes. */
  default boolean allows(Permission permission) {
    return false;
  }

  /**
   * Opens the credential that the node names for one of its slots. Nothing of it may reach items,
   * messages or logs.
   *
   * @param slot its name in the descriptor
   * @return empty where the node names none
   * @throws NodeException when the one that is named is not there, is of a type that does not fit
   *     the slot, or cannot be opened
   */
  default Optional<Credential> credential(String slot) throws NodeException {
    return Optional.empty();
  }

  /**
   * Opens the credential of a slot that must be filled.
   *
   * @throws NodeException also when the node names none
   */
  default Credential requiredCredential(String slot) throws NodeException {
    Optional<Credential> opened = credential(slot);
    if (opened.isEmpty()) {
      throw new NodeException(
              "“" + nodeName() + "” names no credential: choose one in the node's settings")
          .atProperty(CredentialSlot.PLACE + slot);
    }
    return opened.get();
  }

  /**
   * Runs scripts that a person wrote.
   *
   * @throws IllegalStateException where nothing runs scripts, as in a test that gives nothing
   */
  default Scripts scripts() {
    throw new IllegalStateException("nothing runs scripts here");
  }

  /**
   * Says something to those outside who wait for the run: the answer to a caller, what a person is
   * asked. It is heard when the activation ends or begins to wait, and not where it fails; what was
   * said last counts. Large content stays in items, of which the record speaks.
   *
   * @throws NodeException when it is longer than {@link NodeMemory#LIMIT}
   */
  default void tell(JsonObject told) throws NodeException {}

  /** Writes a line to the run's log. */
  void log(String line);

  /**
   * Stops here when the activation was cancelled or its time is over.
   *
   * @throws InterruptedException then
   */
  void checkInterrupted() throws InterruptedException;
}
