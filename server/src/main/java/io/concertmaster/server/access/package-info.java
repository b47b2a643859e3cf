/** Who may do what: accounts, tokens, roles, scopes. */
@NullMarked
package io.concertmaster.server.access;

import org.jspecify.annotations.NullMarked;
