package im.sparrow.local.layout;

/**
 * One process of a service.
 *
 * @param service which
 * @param number 1 to {@link Shape#MOST}
 */
public record Instance(Service service, int number) {
    /** Its name everywhere: pid file, log, messages, {@code SPARROW_INSTANCE}; as chat-gateway, chat-gateway-2. */
    public String name() {
        return number == 1 ? service.title() : service.title() + "-" + number;
    }
}
