package im.sparrow.platform.core;

/**
 * One wrong field.
 *
 * @param pointer JSON pointer (RFC 6901) into the request's document, or {@code ?name} for a query parameter
 * @param message what it must be; never repeats the value
 */
public record FieldError(String pointer, String message) {}
