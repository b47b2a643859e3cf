/**
 * The nodes of the palette's Files family: they read and write files of this machine, and turn
 * files (CSV, JSON, XLSX) into items and items into files, as streams.
 */
@NullMarked
package io.concertmaster.nodes.file;

import org.jspecify.annotations.NullMarked;
