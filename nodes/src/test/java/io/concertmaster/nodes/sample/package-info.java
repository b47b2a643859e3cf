@NullMarked
package io.concertmaster.nodes.sample;

import org.jspecify.annotations.NullMarked;
