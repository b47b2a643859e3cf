package io.concertmaster.hosted.hook;

import java.util.Optional;

/** The body of a call, which is not read before it is known that the caller may call. */
public interface HookBody {
  /**
   * Reads it.
   *
   * @return the bytes as they came
   * @throws NotTakenException when it is too large, too slow or breaks off
   */
  byte[] bytes() throws NotTakenException;

  /**
   * Takes it apart.
   *
   * @param bytes as they came
   * @return nothing where it is of another type than {@code multipart/form-data}
   * @throws NotTakenException when it is not put together as it must be
   */
  Optional<HookParts> parts(byte[] bytes) throws NotTakenException;

  /** A body that is not taken. */
  class NotTakenException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String allowed;

    /**
     * Says why.
     *
     * @param status of HTTP
     * @param message for the caller, in one line
     */
    public NotTakenException(int status, String message) {
      this(status, message, "");
    }

    private NotTakenException(int status, String message, String allowed) {
      super(message, null, false, false); // what a caller did wrong needs no stack trace
      this.status = status;
      this.allowed = allowed;
    }

    /**
     * Says that a method is not taken.
     *
     * @param allowed those that are, with commas between
     * @param message for the caller, in one line
     */
    public static NotTakenException method(String allowed, String message) {
      return new NotTakenException(405, message, allowed);
    }

    /** The methods that are taken, with commas between; empty where it is not about that. */
    public String allowed() {
      return allowed;
    }

    /** The status of HTTP. */
    public int status() {
      return status;
    }
  }
}
