package io.concertmaster.hosted.hook;

/** The title of a problem (RFC 9457) of which the status of HTTP says all. */
public final class ProblemTitle {
  private ProblemTitle() {}

  /** In a few words what kind of problem a status, from 400, stands for. */
  public static String of(int status) {
    return switch (status) {
      case 400 -> "Bad request";
      case 401 -> "Not signed in";
      case 403 -> "Not allowed";
      case 404 -> "Not found";
      case 405 -> "Method not allowed";
      case 408 -> "Too slow";
      case 409 -> "Conflict";
      case 411 -> "Length required";
      case 413 -> "Too large";
      case 415 -> "Unsupported media type";
      case 421 -> "Not for this address";
      case 422 -> "Cannot be processed";
      case 429 -> "Too many requests";
      case 431 -> "Headers too large";
      case 503 -> "Not available";
      case 507 -> "Disk full";
      default -> status < 500 ? "Request refused" : "Error inside the server";
    };
  }
}
