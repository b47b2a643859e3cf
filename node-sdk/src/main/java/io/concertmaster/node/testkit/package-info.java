/**
 * Runs a node in a test, without an engine: {@link io.concertmaster.node.testkit.NodeRun} gives it
 * items and settings and tells what came out, {@link io.concertmaster.node.testkit.DescriptorRules}
 * says what its descriptor lacks. Needs no test framework.
 */
@NullMarked
package io.concertmaster.node.testkit;

import org.jspecify.annotations.NullMarked;
