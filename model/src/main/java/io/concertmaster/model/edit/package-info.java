/** Changes to workflows as values: each can be applied, taken back, and named for people. */
@NullMarked
package io.concertmaster.model.edit;

import org.jspecify.annotations.NullMarked;
