@NullMarked
package io.concertmaster.nodes.join;

import org.jspecify.annotations.NullMarked;
