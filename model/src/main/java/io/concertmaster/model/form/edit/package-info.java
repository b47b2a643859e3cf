/** Changes to forms as values, each of which can be undone. */
@NullMarked
package io.concertmaster.model.form.edit;

import org.jspecify.annotations.NullMarked;
