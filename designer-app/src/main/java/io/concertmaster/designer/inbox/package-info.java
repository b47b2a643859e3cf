/** What runs ask of people: the open tasks, and the forms with which they are answered. */
@NullMarked
package io.concertmaster.designer.inbox;

import org.jspecify.annotations.NullMarked;
