package io.concertmaster.model.expression;

/**
 * A place in an expression that reads a field of the current item: {@code $json.name} or {@code
 * $json["name"]}.
 *
 * @param field the field's name
 * @param start the first character, counted in the whole parameter
 * @param end the character after the last one
 */
public record FieldReference(String field, int start, int end) {}
