package io.concertmaster.engine.local.run;

/**
 * The room on the disk that a store holds back for the moment when it is full. When that was given
 * up, what is under way is recorded with it, and nothing more begins until it is back.
 */
public interface Room {
  /** A disk that is never full. */
  Room AMPLE =
      new Room() {
        @Override
        public boolean isShort() {
          return false;
        }

        @Override
        public boolean hold() {
          return true;
        }

        @Override
        public String why() {
          return "";
        }
      };

  /** Whether the room was given up. */
  boolean isShort();

  /**
   * Sees to it that the room is held.
   *
   * @return false when there is not enough on the disk
   */
  boolean hold();

  /** What a run that cannot go on tells people, in one line. */
  String why();
}
