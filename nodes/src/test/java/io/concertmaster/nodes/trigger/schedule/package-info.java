@NullMarked
package io.concertmaster.nodes.trigger.schedule;

import org.jspecify.annotations.NullMarked;
