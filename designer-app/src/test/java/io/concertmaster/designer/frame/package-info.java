@NullMarked
package io.concertmaster.designer.frame;

import org.jspecify.annotations.NullMarked;
