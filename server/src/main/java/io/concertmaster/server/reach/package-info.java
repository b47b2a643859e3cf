/**
 * How far the nodes of a server's workflows reach: into the network, and into the machine's files.
 */
@NullMarked
package io.concertmaster.server.reach;

import org.jspecify.annotations.NullMarked;
