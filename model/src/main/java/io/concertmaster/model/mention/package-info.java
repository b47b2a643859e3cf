/** Where the parameters of nodes speak of other nodes by name. */
@NullMarked
package io.concertmaster.model.mention;

import org.jspecify.annotations.NullMarked;
