/**
 * Proofs of what survives: programs that are killed, cut from the power, run out of disk or find
 * their files damaged, and the outside judge.
 */
@NullMarked
package io.concertmaster.engine.local.fault;

import org.jspecify.annotations.NullMarked;
