package io.concertmaster.engine.local.fault;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the engine warns of in its log. */
final class Warnings extends Handler {
  private static final Logger ENGINE = Logger.getLogger("io.concertmaster.engine.local");

  private final StringBuilder told = new StringBuilder();

  Warnings() {
    ENGINE.addHandler(this);
  }

  /** All that was told since it was forgotten last. */
  synchronized String told() {
    return told.toString();
  }

  synchronized void forget() {
    told.setLength(0);
  }

  @Override
  public synchronized void publish(LogRecord line) {
    if (line.getLevel().intValue() >= Level.WARNING.intValue()) {
      told.append(line.getMessage()).append("; ");
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    ENGINE.removeHandler(this);
  }
}
