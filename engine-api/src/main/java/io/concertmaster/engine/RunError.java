package io.concertmaster.engine;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Why a node or a run failed.
 *
 * @param node id of the node, where one failed
 * @param message for people, one line
 * @param property path of the setting that caused it; empty where none did
 * @param item position of the input item that caused it
 */
public record RunError(Optional<String> node, String message, String property, OptionalLong item) {}
