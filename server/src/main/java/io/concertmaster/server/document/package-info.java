/** Workflows and forms on the server: versions, what is live, deployments. */
@NullMarked
package io.concertmaster.server.document;

import org.jspecify.annotations.NullMarked;
