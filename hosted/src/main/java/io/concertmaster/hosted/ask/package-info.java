/** What people are asked: forms from files, forms made of a node's own fields, decisions. */
@NullMarked
package io.concertmaster.hosted.ask;

import org.jspecify.annotations.NullMarked;
