/** What differs between two versions of a workflow, for people and for programs. */
@NullMarked
package io.concertmaster.model.diff;

import org.jspecify.annotations.NullMarked;
