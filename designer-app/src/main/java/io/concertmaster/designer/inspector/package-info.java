/** The inspector: a node's settings as controls, made from the schema of its type. */
@NullMarked
package io.concertmaster.designer.inspector;

import org.jspecify.annotations.NullMarked;
