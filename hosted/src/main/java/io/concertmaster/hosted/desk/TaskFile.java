package io.concertmaster.hosted.desk;

import io.concertmaster.node.data.BinaryData;

/**
 * A file of what a task is about.
 *
 * @param number its place among the task's files, from 0; the same as long as the task is open
 * @param field under which name it travels with the item
 */
public record TaskFile(int number, String field, BinaryData file) {
  /** What people call it: its name; where it has none, the one under which it travels. */
  public String name() {
    return file.fileName().isBlank() ? field : file.fileName();
  }
}
