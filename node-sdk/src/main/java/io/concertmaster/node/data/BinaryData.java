package io.concertmaster.node.data;

import java.util.Objects;

/**
 * A file that travels with an item, by reference: the bytes lie in the engine's store, the item
 * holds this.
 *
 * @param id names the bytes in the store; opaque to nodes
 * @param fileName the name with its extension, without folders; may be empty
 * @param mimeType such as {@code text/csv}; {@code application/octet-stream} where unknown
 * @param size bytes
 */
public record BinaryData(String id, String fileName, String mimeType, long size) {
  public BinaryData {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(fileName, "fileName");
    Objects.requireNonNull(mimeType, "mimeType");
    if (size < 0) {
      throw new IllegalArgumentException("a file cannot have " + size + " bytes");
    }
  }
}
