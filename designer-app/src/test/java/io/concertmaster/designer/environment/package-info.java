@NullMarked
package io.concertmaster.designer.environment;

import org.jspecify.annotations.NullMarked;
