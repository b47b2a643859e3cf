@NullMarked
package io.concertmaster.nodes.code;

import org.jspecify.annotations.NullMarked;
