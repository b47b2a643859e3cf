package io.concertmaster.deploy;

import java.util.List;

/** Why something cannot be deployed. The message is for people: what, where, what to do. */
public final class DeployException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What went wrong, for programs. */
  public enum Reason {
    /** A file cannot be read, or is none of ours. */
    BAD_FILE,
    /** The server cannot be reached. */
    UNREACHABLE,
    /** What answers is no ConcertMaster server. */
    NO_SERVER,
    /** The server is older than this program needs, or newer than it knows. */
    OTHER_VERSION,
    /** The server's certificate is not among those that are trusted. */
    NOT_TRUSTED,
    /** Its certificate is for other addresses than the one that was asked. */
    OTHER_ADDRESS,
    /** The server asks for a token, or does not know the one it was given. */
    NO_TOKEN,
    /** The server does not let the token do this. */
    NOT_ALLOWED,
    /** What was asked for is not there. */
    NOT_THERE,
    /** The server refuses what it was sent. */
    REFUSED
  }

  private final Reason reason;
  private final transient List<String> details;

  public DeployException(Reason reason, String message) {
    this(reason, message, List.of());
  }

  /** With further lines, such as problems of workflows. */
  public DeployException(Reason reason, String message, List<String> details) {
    super(message);
    this.reason = reason;
    this.details = List.copyOf(details);
  }

  /** With what caused it. */
  public DeployException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
    this.details = List.of();
  }

  /** What went wrong, for programs. */
  public Reason reason() {
    return reason;
  }

  /** Further lines. */
  public List<String> details() {
    return details;
  }
}
