/** JMESPath, as its specification has it: a query over lists and records. */
@NullMarked
package io.concertmaster.model.expression.library.jmespath;

import org.jspecify.annotations.NullMarked;
