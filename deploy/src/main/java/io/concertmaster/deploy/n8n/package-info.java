/** Brings workflows to an n8n server by its public REST API, and gets them from there. */
@NullMarked
package io.concertmaster.deploy.n8n;

import org.jspecify.annotations.NullMarked;
