package io.concertmaster.engine.local.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The activations that are ready to run, the next one on top. They are put on top or at the end.
 * Immutable: all share their parts.
 */
public final class Stack {
  private record Link(Task task, @Nullable Link next) {}

  static final Stack EMPTY = new Stack(null, null);

  private final @Nullable Link front;

  /** What was put at the end, the last one first; empty where the front is. */
  private final @Nullable Link back;

  private Stack(@Nullable Link front, @Nullable Link back) {
    this.front = front;
    this.back = back;
  }

  Stack push(Task task) {
    return new Stack(new Link(task, front), back);
  }

  /** Puts an activation at the end: it runs after all others. */
  Stack append(Task task) {
    return front == null
        ? new Stack(new Link(task, null), null)
        : new Stack(front, new Link(task, back));
  }

  /** Whether nothing is ready. */
  public boolean isEmpty() {
    return front == null;
  }

  Task top() {
    if (front == null) {
      throw new NoSuchElementException("nothing is ready");
    }
    return front.task();
  }

  Stack pop() {
    if (front == null) {
      throw new NoSuchElementException("nothing is ready");
    }
    return front.next() == null ? new Stack(reversed(back), null) : new Stack(front.next(), back);
  }

  private static @Nullable Link reversed(@Nullable Link links) {
    Link turned = null;
    for (Link each = links; each != null; each = each.next()) {
      turned = new Link(each.task(), turned);
    }
    return turned;
  }

  /** Whether an activation of a node is among them. */
  boolean holds(String node) {
    return holds(front, node) || holds(back, node);
  }

  private static boolean holds(@Nullable Link links, String node) {
    for (Link each = links; each != null; each = each.next()) {
      if (each.task().node().equals(node)) {
        return true;
      }
    }
    return false;
  }

  /** The activations, the next one first. */
  public List<Task> tasks() {
    List<Task> tasks = new ArrayList<>();
    for (Link each = front; each != null; each = each.next()) {
      tasks.add(each.task());
    }
    for (Link each = reversed(back); each != null; each = each.next()) {
      tasks.add(each.task());
    }
    return tasks;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Stack stack && tasks().equals(stack.tasks());
  }

  @Override
  public int hashCode() {
    return tasks().hashCode();
  }

  @Override
  public String toString() {
    return tasks().toString();
  }
}
