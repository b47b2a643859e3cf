@NullMarked
package io.concertmaster.benchmarks;

import org.jspecify.annotations.NullMarked;
