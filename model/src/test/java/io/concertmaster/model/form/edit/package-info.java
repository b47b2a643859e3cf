@NullMarked
package io.concertmaster.model.form.edit;

import org.jspecify.annotations.NullMarked;
