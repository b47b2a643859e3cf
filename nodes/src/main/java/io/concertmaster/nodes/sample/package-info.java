/** Made-up data to try workflows with. */
@NullMarked
package io.concertmaster.nodes.sample;

import org.jspecify.annotations.NullMarked;
