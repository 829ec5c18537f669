package im.sparrow.local.layout;

import java.util.Optional;

/**
 * The ports of one suite, all on 127.0.0.1. Which of them are used depends on its {@link Shape}.
 *
 * <pre>
 *   +0        the public door: the gateway, or the relay before several
 *   +1 .. +5  admin, auth, social, message, bot
 *   +6 .. +8  database, broker, the broker's controller
 *   +9        the relay before several message services
 *   +10..+15  health and metrics of gateway, admin, auth, social, message, bot
 *   +16       the relay's own: health, routes
 *   +20..+23  gateways that stand behind the relay
 *   +24..+26  message-service-2 to -4
 *   +30..+32  health and metrics of chat-gateway-2 to -4
 *   +33..+35  health and metrics of message-service-2 to -4
 *   +40..+79  the relay's, one for each pair with --relays
 *   +80..+99  the broker's, one for each client with --relays
 * </pre>
 *
 * @param base the first
 */
public record PortBlock(int base) {
    /** Where the block lies when nobody says otherwise. */
    public static final int DEFAULT = 7800;

    /** How many ports it has. */
    public static final int SIZE = 100;

    private static final int LARGEST = 65_535;

    /** Refuses what would leave the range of ports, or needs a privilege. */
    public PortBlock {
        if (base < 1024 || base + SIZE - 1 > LARGEST) {
            throw new IllegalArgumentException(
                    "SPARROW_PORT must be 1024 to " + (LARGEST - SIZE + 1) + ", not " + base);
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

    /** The port by which a service is known: of its first instance, or of the door before several gateways. */
    public int of(Service service) {
        return base + service.offset();
    }

    /** Health and metrics of a service's first instance. */
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
        return url(of(service));
    }

    static String url(int port) {
        return "http://127.0.0.1:" + port;
    }

    /** Before several message services. */
    int messages() {
        return base + 9;
    }

    /** The relay's health and routes. */
    int control() {
        return base + 16;
    }

    /** A gateway that stands behind the relay. */
    int gateway(int number) {
        return base + 19 + number;
    }

    /** A message service that is not the first. */
    int message(int number) {
        return base + 22 + number;
    }

    /** Health of an instance that is not the first. */
    int management(Instance instance) {
        return base + (instance.service() == Service.GATEWAY ? 28 : 31) + instance.number();
    }

    /** The relay's ports between two. */
    int pair(int index) {
        return base + 40 + index;
    }

    /** The broker's ports behind the relay. */
    int listener(int index) {
        return base + 80 + index;
    }
}
