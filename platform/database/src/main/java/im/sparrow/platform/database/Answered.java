package im.sparrow.platform.database;

/**
 * What a creating request is answered.
 *
 * @param value the answer
 * @param repeated whether it was given before
 */
public record Answered<T>(T value, boolean repeated) {}
