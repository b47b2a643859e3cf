package io.concertmaster.server.store;

import java.util.OptionalLong;

/**
 * A workflow or a form as the server keeps it.
 *
 * @param newest the newest version: the draft
 * @param live number of the version that runs; empty while none does
 * @param active whether its triggers listen
 */
public record Document(String id, Version newest, OptionalLong live, boolean active) {}
