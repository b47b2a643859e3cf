package io.concertmaster.model.edit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * A definition and the way it came about: the kernel under the histories of workflows and of forms.
 * All changes go through here, so all can be undone.
 *
 * <p>Design note. An entry holds the {@link Delta} to the state before and the one back to it, so
 * undo and redo cost what changed and not what is there. A <em>mark</em> is a place in the entries:
 * a drag makes one, applies an edit for each movement, and then either squashes all since the mark
 * into one entry or bails out, as if nothing had been. Edits with the same <em>key</em> (typing
 * into one field) grow one entry together until another edit, {@link #endTyping}, undo, a mark or
 * saving comes between. The oldest of more than {@value #STEPS} entries are forgotten, but not in
 * the middle of a drag, whose entries will soon be one.
 *
 * <p>Not for several threads.
 *
 * @param <S> the definition, a value
 */
public class UndoHistory<S> {
  private static final int STEPS = 1_000;

  /** How many entries there may be while a mark is open. */
  private static final int DRAGGING = 20_000;

  private final Deque<Entry<S>> undo = new ArrayDeque<>();
  private final Deque<Entry<S>> redo = new ArrayDeque<>();
  private final BiFunction<S, S, Delta<S>> between;
  private S current;
  private S saved;
  private Optional<String> typing = Optional.empty();
  private long forgotten;
  private boolean open;

  private record Entry<S>(String label, Delta<S> back, Delta<S> forth) {}

  /**
   * What leads from one state to another. It fits the state from which it was made only.
   *
   * @param <S> the definition
   */
  public interface Delta<S> {
    /** The state to which it leads. */
    S apply(S before);

    /** What leads back. */
    Delta<S> reversed();

    /** Whether both states are equal, orders included. */
    boolean isEmpty();
  }

  /** A place to which the history can go back; good until it went behind it. */
  public final class Mark {
    private final String name;
    private final S state;
    private final long depth;
    private final List<Entry<S>> redo;

    private Mark(String name, S state, long depth, List<Entry<S>> redo) {
      this.name = name;
      this.state = state;
      this.depth = depth;
      this.redo = redo;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * A history that begins with a state, which counts as saved.
   *
   * @param between what leads from one state to another
   */
  protected UndoHistory(S start, BiFunction<S, S, Delta<S>> between) {
    this.between = between;
    current = start;
    saved = start;
  }

  /** The definition as it is now. */
  public S current() {
    return current;
  }

  /**
   * Makes a change, one step of undo. What had been undone can then be redone no more. A change
   * that changes nothing leaves no step.
   *
   * @return whether it changed something
   * @throws IllegalArgumentException when the edit does not fit; the history is then as it was
   */
  public boolean apply(Change<S> edit) {
    S before = current;
    boolean changed = step(edit.apply(before), edit.label());
    typing = Optional.empty();
    return changed;
  }

  /**
   * Makes a change that is one step of undo together with those of the same key right before it.
   *
   * @return whether it changed something
   * @throws IllegalArgumentException when the edit does not fit
   */
  public boolean apply(Change<S> edit, String key) {
    S after = edit.apply(current);
    if (!typing.equals(Optional.of(key)) || undo.isEmpty()) {
      boolean changed = step(after, edit.label());
      typing = changed ? Optional.of(key) : Optional.empty();
      return changed;
    }
    Entry<S> grown = undo.peek();
    if (between.apply(current, after).isEmpty()) {
      return false;
    }
    undo.pop();
    S before = grown.back().apply(current);
    current = before;
    step(after, grown.label());
    return true;
  }

  /** Lets the next change be a step of its own, whatever its key. */
  public void endTyping() {
    typing = Optional.empty();
  }

  /** Remembers the present state, for {@link #bailToMark} and {@link #squashToMark}. */
  public Mark mark(String name) {
    typing = Optional.empty();
    open = true;
    return new Mark(name, current, depth(), List.copyOf(redo));
  }

  /** Takes back everything since a mark, as if it had never been. */
  public void bailToMark(Mark mark) {
    if (mark.depth > depth() || mark.depth < forgotten) {
      throw new IllegalArgumentException("the history went back behind the mark " + mark);
    }
    typing = Optional.empty();
    open = false;
    if (depth() > mark.depth) {
      while (depth() > mark.depth) {
        undo.pop();
      }
      redo.clear();
      redo.addAll(mark.redo);
    }
    current = mark.state;
    forget();
  }

  /** Makes everything since a mark one step, under the mark's name. */
  public void squashToMark(Mark mark) {
    S after = current;
    boolean several = depth() > mark.depth;
    bailToMark(mark);
    if (several) {
      step(after, mark.name);
    }
  }

  /** How many steps were made, forgotten ones too. */
  private long depth() {
    return forgotten + undo.size();
  }

  private void forget() {
    while (undo.size() > (open ? DRAGGING : STEPS)) {
      undo.removeLast();
      forgotten++;
    }
  }

  /** Whether there is a step to take back. */
  public boolean canUndo() {
    return !undo.isEmpty();
  }

  /** Whether there is a step to make again. */
  public boolean canRedo() {
    return !redo.isEmpty();
  }

  /** What {@link #undo} would take back, for people. */
  public Optional<String> undoLabel() {
    return Optional.ofNullable(undo.peek()).map(Entry::label);
  }

  /** What {@link #redo} would make again, for people. */
  public Optional<String> redoLabel() {
    return Optional.ofNullable(redo.peek()).map(Entry::label);
  }

  /** The labels of all steps that can be taken back, the newest first. */
  public List<String> labels() {
    return undo.stream().map(Entry::label).toList();
  }

  /** Takes back the newest step; nothing where there is none. */
  public void undo() {
    typing = Optional.empty();
    if (!undo.isEmpty()) {
      Entry<S> entry = undo.pop();
      current = entry.back().apply(current);
      redo.push(entry);
    }
  }

  /** Makes the step again that was taken back last; nothing where there is none. */
  public void redo() {
    typing = Optional.empty();
    if (!redo.isEmpty()) {
      Entry<S> entry = redo.pop();
      current = entry.forth().apply(current);
      undo.push(entry);
    }
  }

  /** Remembers that the present state is saved. Undo goes on behind it. */
  public void markSaved() {
    typing = Optional.empty();
    saved = current;
  }

  /** Whether the present state differs from the saved one. */
  @SuppressWarnings("ReferenceEquality") // the same object needs no look inside
  public boolean dirty() {
    return current != saved && !between.apply(saved, current).isEmpty();
  }

  private boolean step(S after, String label) {
    Delta<S> forth = between.apply(current, after);
    if (forth.isEmpty()) {
      return false;
    }
    undo.push(new Entry<>(label, forth.reversed(), forth));
    redo.clear();
    current = after;
    forget();
    return true;
  }
}
