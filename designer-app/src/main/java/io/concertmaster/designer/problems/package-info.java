/** The list of a workflow's problems, each a click away from the setting that it is about. */
@NullMarked
package io.concertmaster.designer.problems;

import org.jspecify.annotations.NullMarked;
