/** Accounts: passwords, signing in, tokens, the owner of the machine. */
@NullMarked
package io.concertmaster.server.account;

import org.jspecify.annotations.NullMarked;
