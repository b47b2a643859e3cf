/**
 * Scripts in a process of their own, seen from the program: it starts the process when a script is
 * first run, keeps it warm, watches it, and starts another when one has died. Nothing here runs a
 * script, and nothing that comes from the process is more than data.
 */
@NullMarked
package io.concertmaster.script;

import org.jspecify.annotations.NullMarked;
