package io.concertmaster.server.project;

import io.concertmaster.engine.Engine;
import io.concertmaster.server.document.LiveFolder;

/**
 * A project that is open.
 *
 * @param engine runs its workflows and no others
 * @param folder where its live documents lie
 */
public record Project(String id, Engine engine, LiveFolder folder) {}
