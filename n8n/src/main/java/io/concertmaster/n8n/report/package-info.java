/** What became of each part of a workflow that went from one format to the other. */
@NullMarked
package io.concertmaster.n8n.report;

import org.jspecify.annotations.NullMarked;
