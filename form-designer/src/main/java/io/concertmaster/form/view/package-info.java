/**
 * Forms filled in by people in a window: the layout drawn with controls, rules that act while
 * somebody types, and the same check of the answer as everywhere.
 */
@NullMarked
package io.concertmaster.form.view;

import org.jspecify.annotations.NullMarked;
