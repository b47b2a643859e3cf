/** What listens for the window: webhooks, forms and tasks on this machine, and who is active. */
@NullMarked
package io.concertmaster.designer.listen;

import org.jspecify.annotations.NullMarked;
