/**
 * Forms at work: which elements are seen, what an answer may be, and what is said when it is not
 * right. The same everywhere: in the window, on a page, behind the REST API and on the command
 * line.
 */
@NullMarked
package io.concertmaster.forms;

import org.jspecify.annotations.NullMarked;
