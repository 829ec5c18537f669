package im.sparrow.contracts.audit;

/** What is audited. */
public enum Deed {
    /** A user got other roles: {@code roles}. */
    ROLES_SET("roles-set"),
    /** Many got a role or lost it: {@code added}, {@code removed}. */
    ROLE_HOLDERS_CHANGED("role-holders-changed"),
    /** A role was made. */
    ROLE_MADE("role-made"),
    /** A role got another name or meaning: {@code version}. */
    ROLE_EDITED("role-edited"),
    /** A role was taken from everybody and deleted. */
    ROLE_DELETED("role-deleted"),
    /** A right was made. */
    RIGHT_MADE("right-made"),
    /** A right was described otherwise. */
    RIGHT_EDITED("right-edited"),
    /** A right was taken out of every role and deleted. */
    RIGHT_DELETED("right-deleted"),
    /** A user was muted or banned: {@code sanction}, {@code kind}, {@code begins}, {@code ends}. */
    SANCTION_IMPOSED("sanction-imposed"),
    /** A sanction was ended by hand: {@code sanction}. */
    SANCTION_LIFTED("sanction-lifted"),
    /** One session of a user was ended: {@code session}. */
    SESSION_ENDED("session-ended"),
    /** All sessions of a user were ended. */
    SESSIONS_ENDED("sessions-ended"),
    /** A one-time link to another password was made: {@code ends}. */
    PASSWORD_LINK_MADE("password-link-made"),
    /** A user's second factor was ended. */
    SECOND_FACTOR_ENDED("second-factor-ended"),
    /** An invitation was made: {@code uses}. */
    INVITATION_MADE("invitation-made"),
    /** An invitation was withdrawn. */
    INVITATION_WITHDRAWN("invitation-withdrawn"),
    /** Somebody who waited was let in: {@code account}. */
    REGISTRATION_ACCEPTED("registration-accepted"),
    /** Somebody who waited was sent away. */
    REGISTRATION_REJECTED("registration-rejected"),
    /** A key for a program was made: {@code account}, {@code kind}, {@code scopes}. */
    SERVER_KEY_MADE("server-key-made"),
    /** A program's key was taken back. */
    SERVER_KEY_REVOKED("server-key-revoked"),
    /** A program made a user. */
    USER_MADE("user-made"),
    /** A program asked for a session of a user. */
    USER_LET_IN("user-let-in"),
    /** An operator made an administrator. */
    ADMINISTRATOR_MADE("administrator-made"),
    /** An operator made a signing key before its time. */
    SIGNING_KEY_MADE("signing-key-made");

    private final String word;

    Deed(String word) {
        this.word = word;
    }

    /** As it stands in a record. */
    public String word() {
        return word;
    }
}
