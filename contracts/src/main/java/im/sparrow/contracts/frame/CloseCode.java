package im.sparrow.contracts.frame;

/** Why a socket is closed by the server. */
public enum CloseCode {
    /** The client does not speak the protocol. */
    MALFORMED(4400),
    /** Token missing, wrong, or expired and not renewed. */
    TOKEN(4401),
    /** Banned, or the session was revoked: do not come back with this token. */
    FORBIDDEN(4403),
    /** No hello within five seconds. */
    HELLO_MISSING(4408),
    /** Reads too slowly: come back and resync. */
    SLOW_CONSUMER(4409),
    /** Sends too much. */
    FLOOD(4429),
    /** This gateway is going away: come back after the delay given in {@code bye}. */
    DRAINING(1012);

    private final int code;

    CloseCode(int code) {
        this.code = code;
    }

    /** The number on the wire. */
    public int code() {
        return code;
    }
}
