/** What became of the parts of workflows that came from n8n or went there. */
@NullMarked
package io.concertmaster.designer.report;

import org.jspecify.annotations.NullMarked;
