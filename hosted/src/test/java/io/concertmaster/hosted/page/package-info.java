@NullMarked
package io.concertmaster.hosted.page;

import org.jspecify.annotations.NullMarked;
