package im.sparrow.e2e.people;

/**
 * A conversation, as tests speak of it.
 *
 * @param id on the wire
 */
public record Room(String id) {}
