/** Tests of the workflow itself. */
@NullMarked
package io.concertmaster.model;

import org.jspecify.annotations.NullMarked;
