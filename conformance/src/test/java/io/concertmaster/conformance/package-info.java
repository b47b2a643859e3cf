@org.jspecify.annotations.NullMarked
package io.concertmaster.conformance;
