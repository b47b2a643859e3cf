/**
 * The process in which scripts run. It has no credentials, an empty environment and a folder of its
 * own; the scripts in it reach neither files nor network nor classes. The only package that knows
 * GraalJS.
 */
@NullMarked
package io.concertmaster.script.host;

import org.jspecify.annotations.NullMarked;
