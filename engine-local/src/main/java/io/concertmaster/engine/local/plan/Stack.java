package io.concertmaster.engine.local.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The activations that are ready to run, the next one on top. Immutable: all share their tails. */
public final class Stack {
  static final Stack EMPTY = new Stack(null, null);

  private final @Nullable Task top;
  private final @Nullable Stack rest;

  private Stack(@Nullable Task top, @Nullable Stack rest) {
    this.top = top;
    this.rest = rest;
  }

  Stack push(Task task) {
    return new Stack(task, this);
  }

  /** Whether nothing is ready. */
  public boolean isEmpty() {
    return top == null;
  }

  Task top() {
    if (top == null) {
      throw new NoSuchElementException("nothing is ready");
    }
    return top;
  }

  Stack pop() {
    if (rest == null) {
      throw new NoSuchElementException("nothing is ready");
    }
    return rest;
  }

  /** The activations, the next one first. */
  public List<Task> tasks() {
    List<Task> tasks = new ArrayList<>();
    for (Stack s = this; s != null && s.top != null; s = s.rest) {
      tasks.add(s.top);
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
