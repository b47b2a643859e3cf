package io.concertmaster.designer.data;

import javafx.collections.ObservableListBase;

/** The rows of a table as numbers from 0: a list of any length that holds nothing. */
final class RowNumbers extends ObservableListBase<Integer> {
  private final int size;

  RowNumbers(long size) {
    this.size = (int) Math.min(size, Integer.MAX_VALUE);
  }

  @Override
  public Integer get(int index) {
    return index;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public boolean contains(Object row) {
    return row instanceof Integer number && number >= 0 && number < size;
  }

  @Override
  public int indexOf(Object row) {
    return row instanceof Integer number && contains(row) ? number : -1;
  }
}
