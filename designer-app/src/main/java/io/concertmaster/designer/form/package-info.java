/** Forms in the window: the builder of the form in front, and what the window lends it. */
@NullMarked
package io.concertmaster.designer.form;

import org.jspecify.annotations.NullMarked;
