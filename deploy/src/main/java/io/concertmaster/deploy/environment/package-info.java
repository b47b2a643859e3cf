/** Servers that people have named: their addresses, what is trusted there, and sealed tokens. */
@NullMarked
package io.concertmaster.deploy.environment;

import org.jspecify.annotations.NullMarked;
