/** Tests of bringing workflows to n8n. */
@NullMarked
package io.concertmaster.deploy.n8n;

import org.jspecify.annotations.NullMarked;
