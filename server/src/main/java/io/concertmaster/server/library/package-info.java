/** What is done with the workflows and forms of a project: keep, make live, deploy, roll back. */
@NullMarked
package io.concertmaster.server.library;

import org.jspecify.annotations.NullMarked;
