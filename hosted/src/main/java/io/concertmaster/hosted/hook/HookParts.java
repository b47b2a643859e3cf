package io.concertmaster.hosted.hook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A body of several parts.
 *
 * @param fields texts by name
 */
public record HookParts(Map<String, List<String>> fields, List<Part> files) {
  public HookParts {
    fields = new LinkedHashMap<>(fields);
    files = List.copyOf(files);
  }

  /**
   * A file.
   *
   * @param field name of its part
   * @param name without folders
   */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares these, and nobody changes the bytes
  public record Part(String field, String name, String type, byte[] bytes) {}
}
