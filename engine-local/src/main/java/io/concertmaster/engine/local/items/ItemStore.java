package io.concertmaster.engine.local.items;

import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.local.sqlite.StoreException;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;
import io.concertmaster.node.data.Paired;
import java.util.List;
import java.util.function.UnaryOperator;

/** The lists of items in a store. */
public final class ItemStore {
  private final Blobs blobs;
  private final ChunkCache cache = new ChunkCache();

  /** The lists among these blobs. */
  public ItemStore(Blobs blobs) {
    this.blobs = blobs;
  }

  /** Holds what is stored until an event names it: nothing of it is taken for left over. */
  public Unnamed.Use use() {
    return blobs.unnamed().use();
  }

  /** Begins a list. */
  public ListWriter write() {
    return new ListWriter(blobs);
  }

  /**
   * Stores a few items as a list.
   *
   * @throws StoreException when the store cannot take them
   */
  public ItemListRef store(Iterable<Item> items) throws InterruptedException {
    ListWriter writer = write();
    for (Item item : items) {
      writer.add(item);
    }
    return writer.finish(Lineage.AS_SAID);
  }

  /** The same items, as they leave a node that let them pass unchanged. */
  public static ItemListRef passed(ItemListRef list) {
    return list.size() == 0
        ? list
        : new ItemListRef(ListName.of(list).with(Lineage.PASSED).id(), list.size());
  }

  /**
   * A list as it left its node: lineage leads to that node's inputs.
   *
   * @throws IllegalArgumentException when the name is not one of this store
   */
  public ItemList list(ItemListRef list) {
    ListName name = ListName.of(list);
    return list(name, list.size(), name.lineage()::fill);
  }

  /** A list as a node gets it: lineage leads to the item itself, at that node's input. */
  public ItemList input(ItemListRef list, int input) {
    return list(
        ListName.of(list), list.size(), (said, position) -> List.of(new Paired(position, input)));
  }

  private ItemList list(ListName name, long size, StoredList.View view) {
    UnaryOperator<byte[]> chunks =
        name.form() == ListName.Form.WITHIN
            ? UnaryOperator.identity()
            : hash -> blobs.get(hash, "a chunk of items");
    return new StoredList(
        new StoredList.Chunks(chunks, blobs::damaged),
        cache,
        size,
        () -> contents(name, size),
        view);
  }

  private Contents contents(ListName name, long size) {
    Contents contents =
        switch (name.form()) {
          case EMPTY -> Contents.empty();
          case CHUNK, WITHIN -> Contents.single(name.hashBytes(), size);
          case CONTENTS -> decode(blobs.get(name.hashBytes(), "a list of items"));
        };
    if (contents.length() != size) {
      throw blobs.damaged(
          "a list of items", new IllegalStateException(contents.length() + " items"));
    }
    return contents;
  }

  private Contents decode(byte[] bytes) {
    try {
      return Contents.decode(bytes);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw blobs.damaged("a list of items", e);
    }
  }
}
