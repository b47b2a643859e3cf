package io.concertmaster.hosted.hook;

import java.util.Optional;

/**
 * What came in the body of a call.
 *
 * @param bytes as they came
 * @param parts of a body of type {@code multipart/form-data}
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares these, and nobody changes the bytes
record HookContent(byte[] bytes, Optional<HookParts> parts) {}
