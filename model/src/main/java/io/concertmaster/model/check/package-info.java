/** What is wrong with a workflow, by node and property, in words that say what to do. */
@NullMarked
package io.concertmaster.model.check;

import org.jspecify.annotations.NullMarked;
