/** Measurements that are run by hand. */
@NullMarked
package io.concertmaster.benchmarks;

import org.jspecify.annotations.NullMarked;
