package io.concertmaster.script;

/** The process with the scripts failed, not the script. The message is for people. */
final class ScriptTrouble extends Exception {
  private static final long serialVersionUID = 1L;

  ScriptTrouble(String message) {
    super(message);
  }

  @Override
  public String getMessage() {
    String message = super.getMessage();
    return message == null ? "" : message;
  }
}
