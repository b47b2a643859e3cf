/** Projects: each has an engine and a store of its own, so that none sees another's runs. */
@NullMarked
package io.concertmaster.server.project;

import org.jspecify.annotations.NullMarked;
