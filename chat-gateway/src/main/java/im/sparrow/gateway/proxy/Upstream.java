package im.sparrow.gateway.proxy;

/** The services that own a part of the public REST interface. */
public enum Upstream {
    /** Accounts, rights, sessions. */
    AUTH,
    /** Friends, groups, requests. */
    SOCIAL,
    /** Reads of conversations and messages, one's own marks. */
    MESSAGE
}
