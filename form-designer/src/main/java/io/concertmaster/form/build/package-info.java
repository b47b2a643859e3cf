/**
 * The builder of forms: what can be added, the form as it is being built, and what is chosen on it.
 */
@NullMarked
package io.concertmaster.form.build;

import org.jspecify.annotations.NullMarked;
