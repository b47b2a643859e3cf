/**
 * Where workflows speak of other things by name: of nodes in expressions, of files and workflows.
 */
@NullMarked
package io.concertmaster.model.mention;

import org.jspecify.annotations.NullMarked;
