@NullMarked
package io.concertmaster.forms;

import org.jspecify.annotations.NullMarked;
