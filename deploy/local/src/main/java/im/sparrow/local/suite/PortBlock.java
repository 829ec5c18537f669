package im.sparrow.local.suite;

import java.util.Optional;

/**
 * The ports of one suite, all on 127.0.0.1.
 *
 * @param base the gateway's; the others follow, up to base + 15
 */
public record PortBlock(int base) {
    /** Where the block lies when nobody says otherwise. */
    public static final int DEFAULT = 7800;

    private static final int LAST = 15;

    /** Refuses what would leave the range of ports, or needs a privilege. */
    public PortBlock {
        if (base < 1024 || base + LAST > 65535) {
            throw new IllegalArgumentException("SPARROW_PORT must be 1024 to " + (65535 - LAST) + ", not " + base);
        }
    }

    /** {@code SPARROW_PORT}, else {@link #DEFAULT}. */
    public static PortBlock fromEnvironment() {
        var text = Optional.ofNullable(System.getenv("SPARROW_PORT")).orElse("").strip();
        try {
            return new PortBlock(text.isEmpty() ? DEFAULT : Integer.parseInt(text));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("SPARROW_PORT is not a number: " + text, e);
        }
    }

    /** A service's public port. */
    public int of(Service service) {
        return base + service.offset();
    }

    /** A service's health and metrics. */
    public int management(Service service) {
        return base + 10 + service.offset();
    }

    /** The database. */
    public int database() {
        return base + 6;
    }

    /** The broker, for clients. */
    public int broker() {
        return base + 7;
    }

    /** The broker's own quorum of one. */
    public int controller() {
        return base + 8;
    }

    /** Where a service listens, as {@code http://127.0.0.1:7800}. */
    public String url(Service service) {
        return "http://127.0.0.1:" + of(service);
    }
}
