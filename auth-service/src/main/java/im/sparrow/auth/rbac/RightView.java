package im.sparrow.auth.rbac;

/**
 * A right there is.
 *
 * @param name what stands in a token
 * @param builtIn whether it cannot be deleted
 * @param description for people; empty for none
 * @param version grows with each edit; name it to edit
 */
public record RightView(String name, boolean builtIn, String description, long version) {

    static RightView of(StoredRight right) {
        return new RightView(right.name(), right.builtIn(), right.description(), right.version());
    }
}
