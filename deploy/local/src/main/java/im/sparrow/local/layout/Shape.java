package im.sparrow.local.layout;

/**
 * How large a suite is.
 *
 * @param gateways instances of chat-gateway, 1 to {@link #MOST}
 * @param messages instances of message-service, 1 to {@link #MOST}
 * @param relays whether a relay stands before everything, so that each connection between two parts can be cut
 */
public record Shape(int gateways, int messages, boolean relays) {
    /** Instances of one service on one machine. */
    public static final int MOST = 4;

    /** One of each, as a first start has it. */
    public static final Shape SMALLEST = new Shape(1, 1, false);

    /** Refuses other numbers; the message is for people. */
    public Shape {
        check("--gateways", gateways);
        check("--messages", messages);
    }

    private static void check(String option, int number) {
        if (number < 1 || number > MOST) {
            throw new IllegalArgumentException(option + " is 1 to " + MOST + ", not " + number);
        }
    }

    /** How many instances a service has. */
    public int of(Service service) {
        return switch (service) {
            case GATEWAY -> gateways;
            case MESSAGE -> messages;
            case AUTH, SOCIAL, ADMIN, BOT -> 1;
        };
    }

    @Override
    public String toString() {
        return "%d gateway%s, %d message service%s%s"
                .formatted(
                        gateways,
                        gateways == 1 ? "" : "s",
                        messages,
                        messages == 1 ? "" : "s",
                        relays ? ", relays" : "");
    }
}
