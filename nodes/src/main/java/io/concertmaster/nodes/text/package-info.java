/** Texts with a structure: HTML, Markdown, XML. */
@NullMarked
package io.concertmaster.nodes.text;

import org.jspecify.annotations.NullMarked;
