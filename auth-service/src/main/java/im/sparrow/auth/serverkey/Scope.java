package im.sparrow.auth.serverkey;

import im.sparrow.contracts.Rights;
import java.util.Set;

/** What a key is for. Its names stand in the table and on the wire. */
enum Scope {
    /** Makes users. */
    users(Set.of(), Set.of(Rights.SERVER_USERS)),
    /** Gets tokens for users. */
    tokens(Set.of(), Set.of(Rights.SERVER_TOKENS)),
    /** Makes groups and brings people together; who makes a group speaks in it. */
    groups(Set.of(Rights.CONTACT, Rights.SPEAK), Set.of()),
    /** Sends. */
    send(Set.of(Rights.SPEAK), Set.of());

    private final Set<String> ofTheAccount;
    private final Set<String> itsOwn;

    Scope(Set<String> ofTheAccount, Set<String> itsOwn) {
        this.ofTheAccount = ofTheAccount;
        this.itsOwn = itsOwn;
    }

    /** The rights of the account that a key of this scope may use. */
    Set<String> ofTheAccount() {
        return ofTheAccount;
    }

    /** The rights that come with the key alone. */
    Set<String> itsOwn() {
        return itsOwn;
    }
}
