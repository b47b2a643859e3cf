package io.concertmaster.server.store;

/**
 * A document that is about to become a version.
 *
 * @param path of its file, from the project's folder of workflows
 * @param hash SHA-256 of the text, in hexadecimal
 */
public record Draft(Kind kind, String id, String name, String path, String hash, String text) {
  /** The same at another path. */
  public Draft at(String other) {
    return new Draft(kind, id, name, other, hash, text);
  }

  /** Where it is to lie. */
  public LivePaths.Place place() {
    return new LivePaths.Place(kind, id, path);
  }
}
