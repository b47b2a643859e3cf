/** Nodes that ask people by forms. */
@NullMarked
package io.concertmaster.nodes.form;

import org.jspecify.annotations.NullMarked;
