@NullMarked
package io.concertmaster.form.view;

import org.jspecify.annotations.NullMarked;
