package io.concertmaster.server.library;

import io.concertmaster.model.Workflow;
import io.concertmaster.server.store.Version;

/** A version of a workflow, read. */
public record Kept(Version version, Workflow workflow) {}
