package io.concertmaster.engine.local.fault;

import java.util.List;

/**
 * What a proof found. Each finding is a line for people.
 *
 * @param acknowledged how many acknowledgements were looked at
 * @param lost acknowledged work that is not there
 * @param repeated finished steps that had their effect again
 * @param stuck runs that did not end
 */
record Verdict(long acknowledged, List<String> lost, List<String> repeated, List<String> stuck) {
  boolean clean() {
    return lost.isEmpty() && repeated.isEmpty() && stuck.isEmpty();
  }
}
