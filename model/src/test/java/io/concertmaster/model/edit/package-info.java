/** Tests of edits and their history. */
@NullMarked
package io.concertmaster.model.edit;

import org.jspecify.annotations.NullMarked;
