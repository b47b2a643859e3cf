package io.concertmaster.nodes.trigger;

import io.concertmaster.node.NodeException;

/**
 * The end of an address at which others call. What a request may not have in its path is refused
 * when the workflow is to listen: else it would be active and nobody could call it.
 */
public final class AddressPath {
  /** So many parts stand behind the first one of an address, such as {@code hooks}. */
  private static final int PARTS = 15;

  private static final int LONGEST = 1_000;

  private AddressPath() {}

  /**
   * A path as it counts, without slashes at its ends.
   *
   * @param written as somebody wrote it; may be empty, then so is the path
   * @param example of one that is right, for whoever wrote a wrong one
   * @param varying whether a part such as {@code :id} may stand for any value
   * @throws NodeException where no request could have it
   */
  public static String of(String written, String example, boolean varying) throws NodeException {
    String path = written.strip().replaceAll("^/+|/+$", "");
    if (path.isEmpty()) {
      return path;
    }
    String[] parts = path.split("/", -1);
    boolean plain = parts.length <= PARTS && path.length() <= LONGEST;
    for (String part : parts) {
      plain &= (varying && part.matches(":[^:]+")) || isPlain(part);
    }
    if (plain) {
      return path;
    }
    throw new NodeException(
            "“"
                + path
                + "” is no path: use letters from a to z, digits, “-”, “.”, “_” and “~” between"
                + " single slashes, such as "
                + example)
        .atProperty("path");
  }

  private static boolean isPlain(String part) {
    return part.matches("[A-Za-z0-9._~-]+") && !part.equals(".") && !part.equals("..");
  }
}
