package im.sparrow.e2e.person;

/**
 * A conversation.
 *
 * @param id its id
 * @param groupId the group that it belongs to; empty in a one-to-one
 */
public record Chat(String id, String groupId) {

    /** Where it is asked about, with a path below it as {@code /messages}. */
    public String path(String below) {
        return "/api/v1/conversations/" + id + below;
    }
}
