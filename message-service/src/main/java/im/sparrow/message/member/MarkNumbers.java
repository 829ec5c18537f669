package im.sparrow.message.member;

/**
 * What stands at one seq for one member.
 *
 * @param countableNo countable messages up to that seq
 * @param ownNo the member's own countable messages up to that seq
 */
public record MarkNumbers(long countableNo, long ownNo) {}
