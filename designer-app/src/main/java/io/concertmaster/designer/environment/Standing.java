package io.concertmaster.designer.environment;

/** How the workflow in front stands in an environment. */
public sealed interface Standing {
  /** The server was not heard yet. */
  record Looking() implements Standing {}

  /** No version of it is live there. */
  record NotDeployed() implements Standing {}

  /**
   * Nobody knows.
   *
   * @param brief a word or two of why
   * @param why all of it, for people
   */
  record Unknown(String brief, String why) implements Standing {}

  /**
   * A version is live there.
   *
   * @param version its number
   * @param active whether its triggers listen
   * @param changes how many things differ from what stands in the window, the canvas apart, and in
   *     the files of the forms and workflows that go with it
   */
  record Live(long version, boolean active, int changes) implements Standing {}

  /**
   * It lies on an n8n server.
   *
   * @param active whether its triggers listen
   * @param changes how many things differ from what would be sent there, the canvas apart
   */
  record InN8n(boolean active, int changes) implements Standing {}

  /** It in a line, such as {@code live v3 · 1 change not deployed}. */
  default String line() {
    return switch (this) {
      case Looking looking -> "…";
      case NotDeployed none -> "not deployed";
      case Unknown unknown -> unknown.brief();
      case Live live -> "live v" + live.version() + changes(live.changes());
      case InN8n there -> (there.active() ? "active" : "not active") + changes(there.changes());
    };
  }

  private static String changes(int count) {
    return switch (count) {
      case 0 -> "";
      case 1 -> " · 1 change not deployed";
      default -> " · " + count + " changes not deployed";
    };
  }

  /** The style class of its colour. */
  default String tone() {
    return switch (this) {
      case Looking looking -> "quiet";
      case NotDeployed none -> "quiet";
      case Unknown unknown -> "failed";
      case Live live -> live.changes() == 0 ? "done" : "waiting";
      case InN8n there -> there.changes() == 0 ? "done" : "waiting";
    };
  }
}
