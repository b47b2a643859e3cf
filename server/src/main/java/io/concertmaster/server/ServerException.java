package io.concertmaster.server;

/** Why a server cannot start. The message is for people: what, where, what to do. */
public final class ServerException extends Exception {
  private static final long serialVersionUID = 1L;

  public ServerException(String message) {
    super(message);
  }

  public ServerException(String message, Throwable cause) {
    super(message, cause);
  }
}
