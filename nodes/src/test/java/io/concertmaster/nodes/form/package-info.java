@NullMarked
package io.concertmaster.nodes.form;

import org.jspecify.annotations.NullMarked;
