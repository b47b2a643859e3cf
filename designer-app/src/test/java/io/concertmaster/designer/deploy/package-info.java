@NullMarked
package io.concertmaster.designer.deploy;

import org.jspecify.annotations.NullMarked;
