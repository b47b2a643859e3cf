@NullMarked
package io.concertmaster.form.build;

import org.jspecify.annotations.NullMarked;
