package io.concertmaster.hosted.upload;

/**
 * How much strangers may send.
 *
 * @param files that one form may have at a time
 * @param room bytes of all files of a project that wait until their forms are done
 * @param waiting files of a project that wait so
 * @param atOnce requests with files that are taken in at a time
 */
public record Quota(int files, long room, int waiting, int atOnce) {
  /** Ten files for a form; 2 GiB and 5,000 files for a project; 32 requests at once. */
  public static final Quota DEFAULT = new Quota(10, 2L << 30, 5_000, 32);
}
