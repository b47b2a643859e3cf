/** What the window remembers from one start to the next. */
@NullMarked
package io.concertmaster.designer.settings;

import org.jspecify.annotations.NullMarked;
