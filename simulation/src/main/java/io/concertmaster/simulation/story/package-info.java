/**
 * What a seed tells: workflows by chance, nodes whose outcomes are settled beforehand, and what
 * people do meanwhile.
 */
@NullMarked
package io.concertmaster.simulation.story;

import org.jspecify.annotations.NullMarked;
