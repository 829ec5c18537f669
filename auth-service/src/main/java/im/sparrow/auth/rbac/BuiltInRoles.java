package im.sparrow.auth.rbac;

import im.sparrow.contracts.Id;

/** The roles every installation begins with; the first migration makes them under these ids. */
public final class BuiltInRoles {

    /** Administers; does not speak unless given {@link #USER} too. */
    public static final Id ADMINISTRATOR = Id.of(1);

    /** Everybody who registers. */
    public static final Id USER = Id.of(2);

    /** Takes {@code speak}. */
    public static final Id MUTED = Id.of(3);

    /** Takes everything. */
    public static final Id BANNED = Id.of(4);

    private BuiltInRoles() {}
}
