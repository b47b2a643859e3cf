package io.concertmaster.server.store;

import java.time.Instant;

/**
 * A version of a document.
 *
 * @param number from 1
 * @param hash SHA-256 of its text, in hexadecimal
 * @param name what the document calls itself
 * @param path of its file, from the project's folder of workflows
 */
public record Version(
    long number, String hash, String name, String path, Instant created, String author) {}
