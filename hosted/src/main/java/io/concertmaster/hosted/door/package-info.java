/** Which triggers answer, and what begins when one is called: active workflows, or one draft. */
@NullMarked
package io.concertmaster.hosted.door;

import org.jspecify.annotations.NullMarked;
