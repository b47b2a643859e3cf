/**
 * When schedules are due: cron expressions, spans, days, weeks and months, in a time zone. Pure.
 */
@NullMarked
package io.concertmaster.nodes.trigger.schedule;

import org.jspecify.annotations.NullMarked;
