/** Open documents: a workflow being edited, its file, its problems and the run that it shows. */
@NullMarked
package io.concertmaster.designer.document;

import org.jspecify.annotations.NullMarked;
