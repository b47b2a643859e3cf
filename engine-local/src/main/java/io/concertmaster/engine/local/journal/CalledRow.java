package io.concertmaster.engine.local.journal;

/**
 * A run of a call that has not ended.
 *
 * @param key names the call
 */
public record CalledRow(long run, String key) {}
