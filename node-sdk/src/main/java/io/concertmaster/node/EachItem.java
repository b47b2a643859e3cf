package io.concertmaster.node;

import io.concertmaster.node.data.Item;

/** What a node does with one item after the other. */
@FunctionalInterface
public interface EachItem {
  /**
   * Does the work for one item. An item for which it fails must not have left by an output yet.
   *
   * @param position the item's position in the input, from 0
   * @throws NodeException when it cannot be done for this item
   */
  void run(Item item, long position) throws NodeException, InterruptedException;

  /**
   * Does work that reaches outside for every item of the first input. After a crash it goes on
   * behind the items that were done for good; see {@link NodeContext#doneBefore}.
   *
   * @throws NodeException when the policy is to stop at the first failure
   */
  static void stepByStep(NodeContext context, EachItem work)
      throws NodeException, InterruptedException {
    long start = context.startPosition();
    long position = 0;
    for (Item item : context.input()) {
      if (position >= start) {
        try {
          work.run(item, position);
        } catch (NodeException e) {
          context.reject(item, position, e.atItem(position));
        }
        context.doneBefore(position + 1);
      }
      position++;
    }
  }

  /**
   * Does the work for every item of the first input; those for which it fails are put aside, as the
   * node's policy says.
   *
   * @throws NodeException when the policy is to stop at the first failure
   */
  static void of(NodeContext context, EachItem work) throws NodeException, InterruptedException {
    long position = 0;
    for (Item item : context.input()) {
      try {
        work.run(item, position);
      } catch (NodeException e) {
        context.reject(item, position, e.atItem(position));
      }
      position++;
    }
  }
}
