package io.concertmaster.model.edit;

/** Numbers of things in labels. */
final class Count {
  private Count() {}

  static String nodes(int number) {
    return number == 1 ? "node" : number + " nodes";
  }

  static String connections(int number) {
    return number == 1 ? "connection" : number + " connections";
  }
}
