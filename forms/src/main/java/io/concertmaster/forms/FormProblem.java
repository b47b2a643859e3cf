package io.concertmaster.forms;

/**
 * What is wrong with an answer.
 *
 * @param pointer the field's value in the answer, as a JSON Pointer such as {@code
 *     /items/0/amount}; empty for the answer as a whole
 * @param keyword what of the schema is not kept, such as {@code required}
 * @param message for the person who fills the form in, in the language asked for
 */
public record FormProblem(String pointer, String keyword, String message) {}
