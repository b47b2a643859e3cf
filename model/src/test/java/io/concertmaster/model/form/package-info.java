@NullMarked
package io.concertmaster.model.form;

import org.jspecify.annotations.NullMarked;
