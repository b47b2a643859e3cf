package io.concertmaster.node;

/**
 * What a node may do only where the person who runs the engine allowed it. It is theirs to give,
 * never a workflow file's: a file may come from a stranger.
 */
public enum Permission {
  /** Starting programs of this machine. */
  COMMANDS
}
