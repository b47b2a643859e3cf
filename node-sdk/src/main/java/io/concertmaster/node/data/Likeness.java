package io.concertmaster.node.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the last object at one place of a text looked like: of the elements of a list, or of one
 * field of all of them. The next one most likely looks the same.
 */
final class Likeness {
  private Shape shape = Shape.empty();

  /** The names with their quotes and colons, as the text has them. */
  private byte[][] names = {};

  private @Nullable Likeness[] fields = {};
  private @Nullable Likeness element;

  Shape shape() {
    return shape;
  }

  int size() {
    return names.length;
  }

  /** The length of a slot's name with quotes and colon, or 0 where the text goes on otherwise. */
  int nameAt(int slot, byte[] text, int at) {
    byte[] name = names[slot];
    int end = at + name.length;
    return end <= text.length && Arrays.equals(name, 0, name.length, text, at, end)
        ? name.length
        : 0;
  }

  /** Of the values of a field. */
  Likeness field(int slot) {
    Likeness known = fields[slot];
    if (known == null) {
      known = new Likeness();
      fields[slot] = known;
    }
    return known;
  }

  /** Of the values of a list that stands here. */
  Likeness element() {
    Likeness known = element;
    if (known == null) {
      known = new Likeness();
      element = known;
    }
    return known;
  }

  /** An object that has so many fields of this one so far. */
  JsonObject.Builder begun(int known, @Nullable Object[] values) {
    JsonObject.Builder object = JsonObject.builder();
    for (int slot = 0; slot < known; slot++) {
      object.put(shape.name(slot), values[slot]);
    }
    return object;
  }

  /** Begins to learn the names of an object that has so many fields of this one. */
  Lesson lesson(int known) {
    return new Lesson(known);
  }

  /** The names of an object, as they come. */
  final class Lesson {
    private final List<byte[]> learnt;

    private Lesson(int known) {
      learnt = new ArrayList<>(Arrays.asList(names).subList(0, known));
    }

    /**
     * A name, between its quote and what follows its colon.
     *
     * @return what its values look like
     */
    Likeness name(byte[] text, int from, int end) {
      learnt.add(Arrays.copyOfRange(text, from, end));
      return new Likeness();
    }

    /** Makes it the next guess, unless a name came twice. */
    void learn(Shape made) {
      if (made.size() == learnt.size()) {
        shape = made;
        names = learnt.toArray(byte[][]::new);
        fields = new @Nullable Likeness[names.length];
      }
    }
  }
}
