package io.concertmaster.nodes.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.Optional;

/**
 * How one request gets to its server.
 *
 * @param uri what the client is told to call; with an address in the place of the name where the
 *     connection is to lead to that address and no other
 * @param host the header that tells the server its name then
 */
record Line(HttpClient client, URI uri, Optional<String> host) {}
