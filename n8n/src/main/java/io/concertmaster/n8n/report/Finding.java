package io.concertmaster.n8n.report;

/**
 * One line of a report.
 *
 * @param kind how well the part came through
 * @param node name of the node; empty where the workflow as a whole is meant
 * @param parameter path in the other format, such as {@code parameters.options.timeout}; may be
 *     empty
 * @param message what became of it, and what to do
 */
public record Finding(Kind kind, String node, String parameter, String message) {
  /** How well a part came through. */
  public enum Kind {
    /** It means the same. */
    MAPPED,
    /** It means nearly the same; the message says what differs. */
    APPROXIMATED,
    /** It is not there any more, or not in force. */
    LEFT_OUT
  }
}
