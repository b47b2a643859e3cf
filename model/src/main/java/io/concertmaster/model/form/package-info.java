/**
 * Definitions of forms: what is asked (a JSON Schema), how it is laid out (a UI schema as JSON
 * Forms has it), and in which words. Nothing here draws or checks answers.
 */
@NullMarked
package io.concertmaster.model.form;

import org.jspecify.annotations.NullMarked;
