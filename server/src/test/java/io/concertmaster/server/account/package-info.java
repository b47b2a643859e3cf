/** Tests of accounts. */
@NullMarked
package io.concertmaster.server.account;

import org.jspecify.annotations.NullMarked;
